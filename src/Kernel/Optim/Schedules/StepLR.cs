namespace NotebookGrad;

/// <summary>Multiplies the rates by gamma each time that so many steps have gone by.</summary>
public sealed class StepLR : LRScheduler
{
    private readonly int stepSize;
    private readonly double gamma;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="stepSize">How many steps a rate holds.</param>
    /// <param name="gamma">What it is multiplied by then.</param>
    /// <exception cref="ArgumentException">There are no steps, or gamma is negative.</exception>
    public StepLR(Optimizer optimizer, int stepSize, double gamma = 0.1)
        : base(optimizer)
    {
        (this.stepSize, this.gamma) = (Steps("step_size", stepSize), Within("gamma", gamma));
        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group) =>
        Rate(Groups[group].InitialLearningRate * Math.Pow(gamma, step / stepSize));
}
