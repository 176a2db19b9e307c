namespace NotebookGrad;

/// <summary>Parameters that an optimiser treats alike, with options of their own.</summary>
public sealed class ParameterGroup
{
    private const string Rate = "lr";
    private const string InitialRate = "initial_lr";

    private readonly string optimizer;
    private readonly OptimizerOption[] options;

    internal ParameterGroup(
        string optimizer, Tensor[] parameters, ReadOnlySpan<OptimizerOption> options, OptimizerState[] states)
    {
        this.optimizer = optimizer;
        this.options = options.ToArray();
        Parameters = parameters;
        States = Array.ConvertAll(parameters, parameter => ParameterState.Of(parameter, states));
        Numbers = Tensor.Of(Array.ConvertAll(this.options, option => option.Value), device: Device.Cpu);
        InitialLearningRate = LearningRate;
    }

    /// <summary>The parameters, in the order in which they were given.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The names of the options that there are, such as <c>lr</c>.</summary>
    public IReadOnlyList<string> OptionNames => Array.ConvertAll(options, option => option.Name);

    /// <summary>How far a step goes, PyTorch's <c>lr</c>.</summary>
    /// <exception cref="ArgumentException">Set to a negative number, ∞ or NaN.</exception>
    public double LearningRate
    {
        get => this[Rate];
        set => this[Rate] = value;
    }

    /// <summary>
    /// The rate that schedules start from, PyTorch's <c>initial_lr</c>: what was set last, by anything but a schedule.
    /// </summary>
    public double InitialLearningRate { get; private set; }

    /// <summary>The options, where compiled steps find what they are now; on the processor, as all control.</summary>
    internal Tensor Numbers { get; }

    /// <summary>What is remembered of each parameter.</summary>
    internal ParameterState[] States { get; }

    /// <summary>What a state dictionary has of the group.</summary>
    internal Dictionary<string, double> Saved
    {
        get
        {
            var saved = options.ToDictionary(option => option.Name, option => option.Value);
            saved[InitialRate] = InitialLearningRate;
            return saved;
        }
    }

    /// <summary>
    /// An option by its name as PyTorch has it. What is set holds from the next step on, in compiled functions too.
    /// </summary>
    /// <exception cref="ArgumentException">The optimiser has no such option, or it cannot be that number.</exception>
    public double this[string option]
    {
        get => options[Find(option)].Value;
        set
        {
            Schedule(option, value);
            if (option == Rate)
            {
                InitialLearningRate = value;
            }
        }
    }

    /// <summary>Sets an option for a schedule, which goes on from the rate that it began with.</summary>
    internal void Schedule(string option, double value)
    {
        var number = Find(option);
        options[number] = options[number].With(optimizer, value);
        using (Autograd.NoGrad())
        {
            Numbers[number].Fill_(value);
        }
    }

    /// <summary>Refuses options from a state dictionary that cannot be what they are there.</summary>
    internal void Check(Dictionary<string, double> saved) =>
        Array.ForEach(options, option => option.With(optimizer, saved[option.Name]));

    /// <summary>Sets all options from a state dictionary.</summary>
    internal void Load(Dictionary<string, double> saved)
    {
        foreach (var option in OptionNames)
        {
            this[option] = saved[option];
        }

        InitialLearningRate = saved[InitialRate];
    }

    private int Find(string option)
    {
        var number = Array.FindIndex(options, one => one.Name == option);
        return number >= 0
            ? number
            : throw new ArgumentException(
                $"{optimizer}: there is no option {option} here; there are {string.Join(", ", OptionNames)}");
    }
}
