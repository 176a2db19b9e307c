namespace NotebookGrad;

/// <summary>Multiplies the rates by gamma at each step.</summary>
public sealed class ExponentialLR : LRScheduler
{
    private readonly double gamma;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="gamma">What a rate is multiplied by.</param>
    /// <exception cref="ArgumentException">gamma is negative.</exception>
    public ExponentialLR(Optimizer optimizer, double gamma)
        : base(optimizer)
    {
        this.gamma = Within("gamma", gamma);
        Begin();
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group) =>
        Rate(Groups[group].InitialLearningRate * Math.Pow(gamma, step));
}
