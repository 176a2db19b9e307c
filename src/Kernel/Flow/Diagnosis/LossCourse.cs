using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>How the loss has gone over the steps that were looked at.</summary>
internal sealed class LossCourse
{
    private readonly double[] losses;

    public LossCourse(IReadOnlyList<FlowMoment> moments)
    {
        losses = [.. moments.Select(moment => moment.Loss).Where(double.IsFinite)];
        First = losses.Length == 0 ? double.NaN : losses[0];
        Last = losses.TakeLast(Math.Clamp(losses.Length / 4, 1, 5)).Median();
        Highest = losses.DefaultIfEmpty(double.NaN).Max();

        // Between neighbours, so that the fall itself counts little; 1.05 = 1.48 / √2 makes of the median difference a
        // standard deviation.
        Noise = 1.05 * losses.Zip(losses.Skip(1), (before, after) => Math.Abs(after - before))
            .Skip(losses.Length / 2).Median();
        Noise = double.IsNaN(Noise) ? 0 : Noise;
        IsDefined = losses.Length > 0;
    }

    /// <summary>Whether any loss was a finite number.</summary>
    public bool IsDefined { get; }

    /// <summary>The first loss.</summary>
    public double First { get; }

    /// <summary>The loss at the end: the median of the last few.</summary>
    public double Last { get; }

    /// <summary>The largest loss.</summary>
    public double Highest { get; }

    /// <summary>The standard deviation between neighbours in the second half.</summary>
    public double Noise { get; }

    /// <summary>By which part of the first loss it has fallen: 0 is not at all, 1 is to nothing.</summary>
    public double Fall => (First - Last) / Math.Max(Math.Abs(First), double.Epsilon);

    /// <summary>Whether it has fallen by half at least.</summary>
    public bool HasLearned => Fall >= 0.5;

    /// <summary>Whether it does not move in the second half, beyond its noise and a hundredth of the first loss.</summary>
    public bool IsFlat
    {
        get
        {
            var second = losses[(losses.Length / 2)..];
            var quarter = second.Length / 2;
            var moved = second[..quarter].Median() - second[^quarter..].Median();
            return quarter >= 2 && Math.Abs(moved) <= Math.Max(2 * Noise, 0.01 * Math.Abs(First));
        }
    }
}
