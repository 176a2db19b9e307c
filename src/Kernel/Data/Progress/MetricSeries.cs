using NotebookGrad.Inspection;

namespace NotebookGrad.Data;

/// <summary>
/// Numbers over steps in bounded memory: a row of equal stretches of steps, each with its mean and range. When the row
/// is full, its stretches double.
/// </summary>
internal sealed class MetricSeries(string name)
{
    private readonly Stretch[] stretches = new Stretch[ProgressMetric.MostPoints];
    private long length = 1;
    private double last = double.NaN;
    private long notFinite;
    private long firstNotFinite;

    /// <summary>Adds the number of a step, which counts from 0 and never goes back.</summary>
    public void Add(long step, double value)
    {
        last = value;
        if (!double.IsFinite(value))
        {
            firstNotFinite = notFinite++ == 0 ? step + 1 : firstNotFinite;
            return;
        }

        while (step / length >= stretches.Length)
        {
            Halve();
        }

        stretches[step / length] = stretches[step / length].With(new Stretch(1, step, step, value, value, value));
    }

    /// <summary>The numbers up to now.</summary>
    public ProgressMetric Snapshot() => new(
        name,
        last,
        [.. stretches.Where(one => one.Count > 0).Select(one =>
            new ProgressPoint(one.First + 1, one.Last + 1, one.Mean, one.Minimum, one.Maximum))],
        notFinite,
        firstNotFinite);

    private void Halve()
    {
        for (var i = 0; i < stretches.Length; i++)
        {
            stretches[i] = 2 * i < stretches.Length ? stretches[2 * i].With(stretches[(2 * i) + 1]) : default;
        }

        length *= 2;
    }

    private readonly record struct Stretch(
        long Count, long First, long Last, double Mean, double Minimum, double Maximum)
    {
        /// <summary>This one and the next together.</summary>
        public Stretch With(Stretch next)
        {
            if (Count == 0 || next.Count == 0)
            {
                return Count == 0 ? next : this;
            }

            var share = (double)next.Count / (Count + next.Count);
            return new Stretch(
                Count + next.Count,
                First,
                next.Last,
                (Mean * (1 - share)) + (next.Mean * share),
                Math.Min(Minimum, next.Minimum),
                Math.Max(Maximum, next.Maximum));
        }
    }
}
