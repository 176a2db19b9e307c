namespace NotebookGrad;

/// <summary>Multiplies the rates by gamma at each of some steps.</summary>
public sealed class MultiStepLR : LRScheduler
{
    private readonly int[] milestones;
    private readonly double gamma;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="milestones">After how many steps, in any order; what is there twice counts twice.</param>
    /// <param name="gamma">What a rate is multiplied by then.</param>
    /// <exception cref="ArgumentException">gamma is negative.</exception>
    public MultiStepLR(Optimizer optimizer, IEnumerable<int> milestones, double gamma = 0.1)
        : base(optimizer)
    {
        ArgumentNullException.ThrowIfNull(milestones);
        (this.milestones, this.gamma) = ([.. milestones], Within("gamma", gamma));
        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group) => Rate(
        Groups[group].InitialLearningRate * Math.Pow(gamma, milestones.Count(milestone => milestone <= step)));
}
