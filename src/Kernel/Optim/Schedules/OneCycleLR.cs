namespace NotebookGrad;

/// <summary>
/// One cycle: the rates rise from a small one to the greatest, then fall to almost nothing, while the momentum goes the
/// other way. It is stepped after each batch. Smith and Topin, Super-Convergence: Very Fast Training of Neural Networks
/// Using Large Learning Rates (2017).
/// </summary>
public sealed class OneCycleLR : LRScheduler
{
    private readonly double[] maxLr;
    private readonly int totalSteps;
    private readonly Annealing annealing;
    private readonly OneCyclePhase[] phases;
    private readonly string?[] momenta;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="maxLr">The greatest rate, whatever the groups' own are: one for all groups, or one each.</param>
    /// <param name="totalSteps">How many steps of the optimiser there are in all.</param>
    /// <param name="pctStart">The part of them in which the rates rise.</param>
    /// <param name="annealing">How the rates rise and fall.</param>
    /// <param name="cycleMomentum">Whether the momentum, or Adam's beta1, goes the other way.</param>
    /// <param name="baseMomentum">The momentum where the rate is greatest.</param>
    /// <param name="maxMomentum">The momentum at both ends.</param>
    /// <param name="divFactor">How many times smaller than the greatest the first rate is.</param>
    /// <param name="finalDivFactor">How many times smaller than the first the last rate is.</param>
    /// <param name="threePhase">Whether the rates fall as long as they rose, to where they were, and then on.</param>
    /// <exception cref="ArgumentException">
    /// A number is out of bounds, there are neither one greatest rate nor as many as groups, or the optimiser has no
    /// momentum.
    /// </exception>
    public OneCycleLR(
        Optimizer optimizer,
        double[] maxLr,
        int totalSteps,
        double pctStart = 0.3,
        Annealing annealing = Annealing.Cosine,
        bool cycleMomentum = true,
        double baseMomentum = 0.85,
        double maxMomentum = 0.95,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false)
        : base(optimizer)
    {
        this.maxLr = ForEachGroup("max_lr", maxLr);
        (this.totalSteps, this.annealing) = (Steps("total_steps", totalSteps), annealing);
        momenta = Array.ConvertAll(Groups, group => cycleMomentum ? MomentumOf(group) : null);
        Within("pct_start", pctStart, most: threePhase ? 0.5 : 1);
        var first = 1 / Within("div_factor", divFactor, 1);
        var final = first / Within("final_div_factor", finalDivFactor, 1);
        var (rise, end) = (pctStart * totalSteps, totalSteps - 1);
        var (up, down) = ((maxMomentum, baseMomentum), (baseMomentum, maxMomentum));
        phases = threePhase
            ?
            [
                new(rise - 1, (first, 1), up),
                new((2 * rise) - 2, (1, first), down),
                new(end, (first, final), (maxMomentum, maxMomentum)),
            ]
            : [new(rise - 1, (first, 1), up), new(end, (1, final), down)];
        Begin();
    }

    /// <summary>A schedule with one greatest rate for all groups; otherwise as with one for each.</summary>
    /// <exception cref="ArgumentException">A number is out of bounds, or the optimiser has no momentum.</exception>
    public OneCycleLR(
        Optimizer optimizer,
        double maxLr,
        int totalSteps,
        double pctStart = 0.3,
        Annealing annealing = Annealing.Cosine,
        bool cycleMomentum = true,
        double baseMomentum = 0.85,
        double maxMomentum = 0.95,
        double divFactor = 25,
        double finalDivFactor = 1e4,
        bool threePhase = false)
        : this(
            optimizer, [maxLr], totalSteps, pctStart, annealing, cycleMomentum, baseMomentum, maxMomentum, divFactor,
            finalDivFactor, threePhase)
    {
    }

    internal override IEnumerable<(string Option, double Value)> At(int step, int group)
    {
        if (step > totalSteps)
        {
            throw new InvalidOperationException(
                $"{Name}: the cycle is of {totalSteps} steps, and this is one more; give it as many as there are");
        }

        var number = Array.FindIndex(phases, phase => step <= phase.End);
        var phase = phases[number < 0 ? ^1 : number];
        var start = number switch { 0 => 0, < 0 => phases[^2].End, _ => phases[number - 1].End };
        var part = phase.End > start ? Math.Min(1, (step - start) / (phase.End - start)) : 1;
        yield return ("lr", maxLr[group] * annealing.Between(phase.Rates.Start, phase.Rates.End, part));
        if (momenta[group] is { } momentum)
        {
            yield return (momentum, annealing.Between(phase.Momenta.Start, phase.Momenta.End, part));
        }
    }

    private string MomentumOf(ParameterGroup group) =>
        Array.Find(["momentum", "beta1"], group.OptionNames.Contains) ?? throw new ArgumentException(
            $"{Name}: the optimiser has no momentum to go the other way, only {string.Join(", ", group.OptionNames)}; "
            + "make it with one, or the schedule with cycleMomentum: false");
}
