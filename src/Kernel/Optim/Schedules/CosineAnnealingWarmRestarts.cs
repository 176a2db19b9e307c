namespace NotebookGrad;

/// <summary>
/// Has the rates fall to a least one along half a wave of the cosine, again and again. Loshchilov and Hutter, SGDR:
/// Stochastic Gradient Descent with Warm Restarts (2016).
/// </summary>
public sealed class CosineAnnealingWarmRestarts : LRScheduler
{
    private readonly int t0;
    private readonly int tMult;
    private readonly double etaMin;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="t0">How many steps there are before the first restart.</param>
    /// <param name="tMult">How many times as many there are before each next one.</param>
    /// <param name="etaMin">The least rate, which the step before a restart comes near.</param>
    /// <exception cref="ArgumentException">A number is out of bounds.</exception>
    public CosineAnnealingWarmRestarts(Optimizer optimizer, int t0, int tMult = 1, double etaMin = 0)
        : base(optimizer)
    {
        (this.t0, this.tMult) = (Steps("T_0", t0), Steps("T_mult", tMult));
        this.etaMin = Within("eta_min", etaMin);
        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group)
    {
        var (since, length) = tMult == 1 ? (step % t0, t0) : (step, (long)t0);
        for (; since >= length; length *= tMult)
        {
            since -= (int)length;
        }

        return Rate(Annealing.Cosine.Between(Groups[group].InitialLearningRate, etaMin, (double)since / length));
    }
}
