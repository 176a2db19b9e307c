namespace NotebookGrad.Data;

/// <summary>
/// How fast something goes: its way by its time, where what is long past counts less and less; so that neither a slow
/// beginning nor one slow step decides for long.
/// </summary>
internal sealed class Pace
{
    private const double Memory = 20;

    // Where steps are slow, some of them are remembered all the same.
    private const double MostForgotten = 1.0 / 8;

    private double way;
    private double time;
    private double position;
    private TimeSpan last;

    /// <summary>Something that begins now.</summary>
    public Pace(double position, TimeSpan now) => (this.position, last) = (position, now);

    /// <summary>Its way in a second; NaN before the first step.</summary>
    public double Rate => way / time;

    /// <summary>It has come to a position.</summary>
    public void To(double next, TimeSpan now)
    {
        var seconds = (now - last).TotalSeconds;
        var kept = Math.Exp(-Math.Min(seconds / Memory, MostForgotten));
        way = (way * kept) + next - position;
        time = (time * kept) + seconds;
        (position, last) = (next, now);
    }
}
