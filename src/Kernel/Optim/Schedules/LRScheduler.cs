namespace NotebookGrad;

/// <summary>
/// A schedule of learning rates: each group's goes its way from its
/// <see cref="ParameterGroup.InitialLearningRate"/>. It is called after the optimiser, each step or each epoch.
/// </summary>
/// <remarks>
/// Rates follow from the number of steps, not from the rates before, so that roundings do not add up. Others may change
/// a rate as long as the schedule leaves it as it was; where the schedule is to change a rate that it has not set, it
/// refuses. Groups that are added later are left alone.
/// </remarks>
public abstract class LRScheduler
{
    // What the schedule has set, of each group by the names of the options.
    private readonly Dictionary<string, double>[] last;

    /// <summary>Takes the groups that there are. Constructors end with a call of <see cref="Begin"/>.</summary>
    private protected LRScheduler(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        Optimizer = optimizer;
        Groups = [.. optimizer.Groups];
        last = Array.ConvertAll(Groups, _ => new Dictionary<string, double>());
    }

    /// <summary>Whose rates are changed.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>How often <see cref="Step"/> was called, PyTorch's <c>last_epoch</c>.</summary>
    public int StepCount { get; private set; }

    /// <summary>The learning rates of the groups as they are now.</summary>
    public IReadOnlyList<double> LastRates => Array.ConvertAll(Groups, group => group.LearningRate);

    /// <summary>The groups that the schedule is for.</summary>
    private protected ParameterGroup[] Groups { get; }

    /// <summary>What messages call the schedule.</summary>
    private protected string Name => GetType().Name;

    /// <summary>Sets the rates for the next step; all or none.</summary>
    /// <exception cref="InvalidOperationException">
    /// A rate that is to be changed is not what the schedule made it, the schedule is at its end, or the call is part
    /// of a function that is being compiled.
    /// </exception>
    public void Step()
    {
        RefuseInPlan(Name);
        var changes = new List<(int Group, string Option, double Value)>();
        for (var group = 0; group < Groups.Length; group++)
        {
            foreach (var (option, value) in At(StepCount + 1, group))
            {
                if (MustChange(group, option, value))
                {
                    changes.Add((group, option, value));
                }
            }
        }

        changes.ForEach(Set);
        StepCount++;
    }

    /// <summary>Where the schedule is, for <see cref="SafeTensors"/>.</summary>
    public IReadOnlyDictionary<string, Tensor> StateDict() =>
        new Dictionary<string, Tensor> { ["last_epoch"] = Tensor.Of([(double)StepCount], device: Device.Cpu) };

    /// <summary>
    /// Goes on from what <see cref="StateDict"/> gave. The optimiser's state is loaded first: it has the rates from
    /// which the schedule starts.
    /// </summary>
    /// <exception cref="ArgumentException">It is the state of something else.</exception>
    public void LoadStateDict(IReadOnlyDictionary<string, Tensor> saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var state = new SavedState(Name, saved);
        var step = state.TakeNumber("last_epoch");
        state.RequireEmpty();
        Begin((int)step);
    }

    /// <summary>Refuses to be recorded.</summary>
    internal static void RefuseInPlan(string name)
    {
        if (AutogradMode.CurrentRecorder is not null)
        {
            throw new InvalidOperationException(
                $"{name}: in a function that is being compiled, it would step only while that is recorded; call Step "
                + "outside");
        }
    }

    /// <summary>What some options of a group are after so many steps.</summary>
    internal abstract IEnumerable<(string Option, double Value)> At(int step, int group);

    /// <summary>Sets all options, whatever they are.</summary>
    private protected void Begin(int step = 0)
    {
        StepCount = step;
        for (var group = 0; group < Groups.Length; group++)
        {
            foreach (var (option, value) in At(step, group))
            {
                Set((group, option, value));
            }
        }
    }

    /// <summary>A number of steps, which must be at least 1.</summary>
    private protected int Steps(string option, int value) => value >= 1
        ? value
        : throw new ArgumentException($"{Name}: {option} is {value}; give at least 1");

    /// <summary>A number within bounds.</summary>
    private protected double Within(string option, double value, double least = 0, double most = double.MaxValue) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentException(
                $"{Name}: {option} is {value}; give a number of at least {least}"
                + (most < double.MaxValue ? $" and at most {most}" : string.Empty));

    /// <summary>What is given once for all groups, or once for each.</summary>
    private protected T[] ForEachGroup<T>(string option, T[] given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return given.Length == Groups.Length ? given
            : given.Length == 1 ? [.. Enumerable.Repeat(given[0], Groups.Length)]
            : throw new ArgumentException(
                $"{Name}: {option} has {given.Length} entries for {Groups.Length} groups; give one, or one for each");
    }

    /// <summary>No option but the learning rate.</summary>
    private protected static IEnumerable<(string Option, double Value)> Rate(double rate) => [("lr", rate)];

    private bool MustChange(int group, string option, double value)
    {
        if (!last[group].TryGetValue(option, out var made))
        {
            return true;
        }

        var now = Groups[group][option];
        return made != value && (now == made ? true : throw new InvalidOperationException(
            $"{Name}: {option} of group {group} is {now}, and not the {made} that the schedule made it; let one "
            + "schedule decide at a time, as SequentialLR does, and make a new one after a change by hand"));
    }

    private void Set((int Group, string Option, double Value) change)
    {
        Groups[change.Group].Schedule(change.Option, change.Value);
        last[change.Group][change.Option] = change.Value;
    }
}
