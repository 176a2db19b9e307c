namespace NotebookGrad;

/// <summary>
/// Changes parameters by their gradients: <c>ZeroGrad</c>, <c>Backward</c>, <c>Step</c>.
/// </summary>
public abstract partial class Optimizer
{
    private readonly OptimizerOption[] options;
    private readonly List<ParameterGroup> groups = [];

    private protected Optimizer(
        string name, IEnumerable<Tensor> parameters, OptimizerOption[] options, params OptimizerState[] states)
    {
        (Name, States) = (name, states);
        this.options = Array.ConvertAll(options, option => option.Checked(name));
        Add(parameters);
    }

    /// <summary>The parameters, those with the same options together.</summary>
    public IReadOnlyList<ParameterGroup> Groups => groups;

    /// <summary>The parameters of all groups, one after another.</summary>
    private protected IEnumerable<Tensor> Parameters => groups.SelectMany(group => group.Parameters);

    /// <summary>How far a step goes: that of the first group; when set, that of all.</summary>
    /// <exception cref="ArgumentException">Set to a negative number, ∞ or NaN.</exception>
    public double LearningRate
    {
        get => groups[0].LearningRate;
        set => groups.ForEach(group => group.LearningRate = value);
    }

    /// <summary>What messages call the optimiser.</summary>
    private protected string Name { get; }

    /// <summary>What is remembered of each parameter.</summary>
    private protected OptimizerState[] States { get; }

    /// <summary>Adds parameters, with the options that the optimiser was made with; change them at the group.</summary>
    /// <exception cref="ArgumentException">
    /// There are none, one was given before, is not a leaf, has whole numbers, or lies on another device.
    /// </exception>
    /// <exception cref="InvalidOperationException">Called in a function that is being compiled.</exception>
    public virtual ParameterGroup AddGroup(IEnumerable<Tensor> parameters) => Add(parameters);

    /// <summary>Sets the <c>.Grad</c> of every parameter to null.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in Parameters)
        {
            if (parameter.RequiresGrad)
            {
                parameter.Grad = null;
            }
        }
    }

    /// <summary>Changes the parameters by the gradients that they have.</summary>
    /// <exception cref="InvalidOperationException">
    /// A parameter is not a leaf any more, or the optimiser must evaluate the function itself.
    /// </exception>
    public abstract void Step();

    /// <summary>Has the loss and its gradients worked out, and changes the parameters by them.</summary>
    /// <param name="closure">
    /// Clears the gradients, computes the loss, calls <c>Backward</c> and returns the loss. Operations are recorded in
    /// it even under <see cref="Autograd.NoGrad"/>.
    /// </param>
    /// <returns>The loss before the step.</returns>
    public abstract Tensor Step(Func<Tensor> closure);

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', groups.Select(group =>
        $"{Name}: {group.Parameters.Count} parameters, {group.Parameters.Sum(one => one.Count):N0} numbers; "
        + string.Join(", ", group.OptionNames.Select(option => $"{option} {group[option]}"))));

    /// <summary>The loss, with gradients.</summary>
    private protected Tensor Evaluate(Func<Tensor> closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        using (Autograd.EnableGrad())
        {
            return closure()
                ?? throw new InvalidOperationException($"{Name}: the closure gave no loss; end it with return loss;");
        }
    }

    private ParameterGroup Add(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (AutogradMode.CurrentRecorder is not null)
        {
            throw new InvalidOperationException(
                $"{Name}: made in a function that is being compiled, it would forget all between calls; make the "
                + "optimiser outside, and call only Step inside");
        }

        Tensor[] added = [.. parameters];
        Check(added);
        var group = new ParameterGroup(Name, added, options, States);
        groups.Add(group);
        return group;
    }

    private void Check(Tensor[] added)
    {
        if (added.Length == 0)
        {
            throw new ArgumentException($"{Name}: there are no parameters; give leaves that require a gradient");
        }

        var known = Parameters.ToHashSet();
        foreach (var (i, parameter) in added.Index())
        {
            if (parameter is null)
            {
                throw new ArgumentException($"{Name}: parameter {i} is null");
            }

            var problem = !parameter.IsLeaf ? $"was made by {parameter.Node}; give the leaf itself"
                : !parameter.DType.IsReal ? $"is {parameter.DType.Text}, and only real numbers have gradients"
                : !known.Add(parameter) ? "is given twice; give it once"
                : parameter.Device != added[0].Device
                    ? $"is on {parameter.Device}, and parameter 0 on {added[0].Device}; make a group for each device"
                : null;
            if (problem is not null)
            {
                throw new ArgumentException($"{Name}: parameter {i}, {parameter.Describe()}, {problem}");
            }
        }
    }
}
