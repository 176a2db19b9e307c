namespace NotebookGrad;

/// <summary>
/// Has the rates fall to a least one along half a wave of the cosine, and rise again if it goes on. Loshchilov and
/// Hutter, SGDR: Stochastic Gradient Descent with Warm Restarts (2016), without the restarts.
/// </summary>
public sealed class CosineAnnealingLR : LRScheduler
{
    private readonly int tMax;
    private readonly double etaMin;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="tMax">After how many steps a rate is least.</param>
    /// <param name="etaMin">The least rate.</param>
    /// <exception cref="ArgumentException">A number is out of bounds.</exception>
    public CosineAnnealingLR(Optimizer optimizer, int tMax, double etaMin = 0)
        : base(optimizer)
    {
        (this.tMax, this.etaMin) = (Steps("T_max", tMax), Within("eta_min", etaMin));
        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group) =>
        Rate(Annealing.Cosine.Between(Groups[group].InitialLearningRate, etaMin, (double)step / tMax));
}
