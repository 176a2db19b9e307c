namespace NotebookGrad;

/// <summary>
/// Makes the learning rates smaller when a number, such as the loss on examples that are not trained on, has not become
/// better for some time.
/// </summary>
public sealed class ReduceLROnPlateau
{
    private const string Name = nameof(ReduceLROnPlateau);

    private readonly Optimizer optimizer;
    private readonly double factor;
    private readonly int patience;
    private readonly double threshold;
    private readonly bool relativeThreshold;
    private readonly int cooldown;
    private readonly double minLr;
    private readonly double eps;
    private readonly bool maximize;
    private double best;
    private double badEpochs;
    private double pause;

    /// <summary>A schedule for all groups of an optimiser.</summary>
    /// <param name="optimizer">Whose rates are changed.</param>
    /// <param name="factor">What a rate is multiplied by, below 1.</param>
    /// <param name="patience">How many calls without a better number are borne.</param>
    /// <param name="threshold">By how much a number must be better to count.</param>
    /// <param name="relativeThreshold">Whether that is a part of the best number so far.</param>
    /// <param name="cooldown">How many calls after a change are not looked at.</param>
    /// <param name="minLr">What no rate falls below.</param>
    /// <param name="eps">The least change of a rate that is made.</param>
    /// <param name="maximize">Whether greater numbers are better.</param>
    /// <exception cref="ArgumentException">A number is out of bounds.</exception>
    public ReduceLROnPlateau(
        Optimizer optimizer,
        double factor = 0.1,
        int patience = 10,
        double threshold = 1e-4,
        bool relativeThreshold = true,
        int cooldown = 0,
        double minLr = 0,
        double eps = 1e-8,
        bool maximize = false)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        if (factor is not (>= 0 and < 1))
        {
            throw new ArgumentException($"{Name}: factor is {factor}; give a number of at least 0 and below 1");
        }

        if (Math.Min(patience, cooldown) < 0 || !(Math.Min(minLr, eps) >= 0) || double.IsNaN(threshold))
        {
            throw new ArgumentException(
                $"{Name}: patience {patience}, cooldown {cooldown}, min_lr {minLr} and eps {eps} must be at least 0, "
                + $"and the threshold {threshold} a number");
        }

        (this.optimizer, this.factor, this.patience, this.threshold) = (optimizer, factor, patience, threshold);
        (this.relativeThreshold, this.cooldown, this.minLr) = (relativeThreshold, cooldown, minLr);
        (this.eps, this.maximize) = (eps, maximize);
        best = maximize ? double.NegativeInfinity : double.PositiveInfinity;
    }

    /// <summary>The learning rates of all groups as they are now.</summary>
    public IReadOnlyList<double> LastRates => [.. optimizer.Groups.Select(group => group.LearningRate)];

    /// <summary>Looks at a number, after each epoch. NaN is never better.</summary>
    /// <exception cref="InvalidOperationException">Called in a function that is being compiled.</exception>
    public void Step(double metric)
    {
        LRScheduler.RefuseInPlan(Name);
        var isBetter = IsBetter(metric);
        (best, badEpochs) = isBetter ? (metric, 0) : (best, badEpochs + 1);
        if (pause > 0)
        {
            (pause, badEpochs) = (pause - 1, 0);
        }

        if (badEpochs > patience)
        {
            Reduce();
            (pause, badEpochs) = (cooldown, 0);
        }
    }

    /// <summary>What is remembered, for <see cref="SafeTensors"/>.</summary>
    public IReadOnlyDictionary<string, Tensor> StateDict() => new Dictionary<string, Tensor>
    {
        ["best"] = Tensor.Of([best], device: Device.Cpu),
        ["num_bad_epochs"] = Tensor.Of([badEpochs], device: Device.Cpu),
        ["cooldown_counter"] = Tensor.Of([pause], device: Device.Cpu),
    };

    /// <summary>Goes on from what <see cref="StateDict"/> gave.</summary>
    /// <exception cref="ArgumentException">It is the state of something else.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, Tensor> saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var state = new SavedState(Name, saved);
        var numbers =
            (state.TakeNumber("best"), state.TakeNumber("num_bad_epochs"), state.TakeNumber("cooldown_counter"));
        state.RequireEmpty();
        (best, badEpochs, pause) = numbers;
    }

    private bool IsBetter(double metric)
    {
        var sign = maximize ? 1 : -1;
        var bar = relativeThreshold ? best * (1 + (sign * threshold)) : best + (sign * threshold);
        return maximize ? metric > bar : metric < bar;
    }

    private void Reduce()
    {
        foreach (var group in optimizer.Groups)
        {
            var reduced = Math.Max(group.LearningRate * factor, minLr);
            if (group.LearningRate - reduced > eps)
            {
                group.Schedule("lr", reduced);
            }
        }
    }
}
