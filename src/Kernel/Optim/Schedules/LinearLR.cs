namespace NotebookGrad;

/// <summary>
/// Has a factor of the rates go from one number to another in a straight line, and stay there: a warm-up.
/// </summary>
public sealed class LinearLR : LRScheduler
{
    private readonly double startFactor;
    private readonly double endFactor;
    private readonly int totalIters;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="startFactor">The factor at first, from 0 to 1.</param>
    /// <param name="endFactor">The factor at last, from 0 to 1.</param>
    /// <param name="totalIters">After how many steps that is.</param>
    /// <exception cref="ArgumentException">A number is out of bounds.</exception>
    public LinearLR(Optimizer optimizer, double startFactor = 1.0 / 3, double endFactor = 1, int totalIters = 5)
        : base(optimizer)
    {
        this.startFactor = Within("start_factor", startFactor, most: 1);
        this.endFactor = Within("end_factor", endFactor, most: 1);
        this.totalIters = Steps("total_iters", totalIters);
        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group)
    {
        var part = (double)Math.Min(step, totalIters) / totalIters;
        return Rate(Groups[group].InitialLearningRate * (startFactor + ((endFactor - startFactor) * part)));
    }
}
