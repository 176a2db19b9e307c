namespace NotebookGrad;

/// <summary>Parameters that an optimiser treats alike, with options of their own.</summary>
public sealed class ParameterGroup
{
    private readonly string optimizer;
    private readonly OptimizerOption[] options;

    internal ParameterGroup(string optimizer, Tensor[] parameters, ReadOnlySpan<OptimizerOption> options, int buffers)
    {
        this.optimizer = optimizer;
        this.options = options.ToArray();
        Parameters = parameters;
        States = Array.ConvertAll(parameters, parameter => ParameterState.Of(parameter, buffers));
        Numbers = Tensor.Of(Array.ConvertAll(this.options, option => option.Value)).To(parameters[0].Device);
    }

    /// <summary>The parameters, in the order in which they were given.</summary>
    public IReadOnlyList<Tensor> Parameters { get; }

    /// <summary>The names of the options that there are, such as <c>lr</c>.</summary>
    public IReadOnlyList<string> OptionNames => Array.ConvertAll(options, option => option.Name);

    /// <summary>How far a step goes, PyTorch's <c>lr</c>.</summary>
    /// <exception cref="ArgumentException">Set to a negative number, ∞ or NaN.</exception>
    public double LearningRate
    {
        get => this["lr"];
        set => this["lr"] = value;
    }

    /// <summary>The options on the parameters' device, where compiled steps find what they are now.</summary>
    internal Tensor Numbers { get; }

    /// <summary>What is remembered of each parameter.</summary>
    internal ParameterState[] States { get; }

    /// <summary>
    /// An option by its name as PyTorch has it. What is set holds from the next step on, in compiled functions too.
    /// </summary>
    /// <exception cref="ArgumentException">The optimiser has no such option, or it cannot be that number.</exception>
    public double this[string option]
    {
        get => options[Find(option)].Value;
        set
        {
            var number = Find(option);
            options[number] = options[number].With(optimizer, value);
            using (Autograd.NoGrad())
            {
                Numbers[number].Fill_(value);
            }
        }
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
