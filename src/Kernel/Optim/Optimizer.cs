using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// Changes parameters by their gradients: <c>ZeroGrad</c>, <c>Backward</c>, <c>Step</c>. A step is one pass over each
/// parameter, its gradient and what is remembered of it, in place.
/// </summary>
/// <remarks>
/// A step inside of a compiled function reads options and states anew in each call, so that a changed learning rate
/// holds at once. The optimiser itself is made outside.
/// </remarks>
public abstract class Optimizer
{
    private readonly string name;
    private readonly OptimizerOption[] options;
    private readonly string[] buffers;
    private readonly List<ParameterGroup> groups = [];

    private protected Optimizer(
        string name, IEnumerable<Tensor> parameters, OptimizerOption[] options, params string[] buffers)
    {
        (this.name, this.buffers) = (name, buffers);
        this.options = Array.ConvertAll(options, option => option.With(name, option.Value));
        AddGroup(parameters);
    }

    /// <summary>The parameters, those with the same options together.</summary>
    public IReadOnlyList<ParameterGroup> Groups => groups;

    /// <summary>How far a step goes: that of the first group; when set, that of all.</summary>
    /// <exception cref="ArgumentException">Set to a negative number, ∞ or NaN.</exception>
    public double LearningRate
    {
        get => groups[0].LearningRate;
        set => groups.ForEach(group => group.LearningRate = value);
    }

    /// <summary>Adds parameters, with the options that the optimiser was made with; change them at the group.</summary>
    /// <exception cref="ArgumentException">
    /// There are none, one was given before, is not a leaf, has whole numbers, or lies on another device.
    /// </exception>
    /// <exception cref="InvalidOperationException">Called in a function that is being compiled.</exception>
    public ParameterGroup AddGroup(IEnumerable<Tensor> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        if (AutogradMode.CurrentRecorder is not null)
        {
            throw new InvalidOperationException(
                $"{name}: made in a function that is being compiled, it would forget all between calls; make the "
                + "optimiser outside, and call only Step inside");
        }

        Tensor[] added = [.. parameters];
        Check(added);
        var group = new ParameterGroup(name, added, options, buffers.Length);
        groups.Add(group);
        return group;
    }

    /// <summary>Sets the <c>.Grad</c> of every parameter to null.</summary>
    public void ZeroGrad()
    {
        foreach (var parameter in groups.SelectMany(group => group.Parameters))
        {
            if (parameter.RequiresGrad)
            {
                parameter.Grad = null;
            }
        }
    }

    /// <summary>Changes every parameter that has a <c>.Grad</c>; the others stay as they are.</summary>
    /// <exception cref="InvalidOperationException">A parameter is not a leaf any more.</exception>
    public void Step()
    {
        using (Autograd.NoGrad())
        {
            foreach (var group in groups)
            {
                foreach (var state in group.States)
                {
                    if (state.Parameter.Grad is { } gradient)
                    {
                        Change(group.Numbers, state, gradient);
                    }
                }
            }
        }
    }

    /// <summary>
    /// What is remembered of a parameter, by PyTorch's names: <c>step</c>, how many it has taken, and what goes along
    /// with its elements, such as <c>exp_avg</c>. The tensors are those that the next step reads and changes.
    /// </summary>
    /// <exception cref="ArgumentException">It is no parameter of this optimiser.</exception>
    public IReadOnlyDictionary<string, Tensor> StateOf(Tensor parameter)
    {
        var state = groups.SelectMany(group => group.States).FirstOrDefault(one => one.Parameter == parameter)
            ?? throw new ArgumentException($"{name}: {parameter.Describe()} is none of its parameters");
        return buffers.Zip(state.Buffers).Prepend(("step", state.Step)).ToDictionary();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', groups.Select(group =>
        $"{name}: {group.Parameters.Count} parameters, {group.Parameters.Sum(one => one.Count):N0} numbers; "
        + string.Join(", ", group.OptionNames.Select(option => $"{option} {group[option]}"))));

    /// <summary>Has a backend do the step of one parameter.</summary>
    private protected abstract void Update(
        IBackend backend, View options, View step, View gradient, View parameter, View[] states);

    private void Change(Tensor numbers, ParameterState state, Tensor gradient)
    {
        var parameter = state.Parameter;
        InPlace.IsPartOfGraph(name, parameter); // refuses what must not change
        var dense = parameter.Contiguous();
        Update(
            dense.Backend,
            numbers.View,
            state.Step.View,
            gradient.Contiguous().View,
            dense.View,
            Array.ConvertAll(state.Buffers, buffer => buffer.View));
        if (dense != parameter)
        {
            parameter.Backend.Copy(dense.View, parameter.View);
        }

        InPlace.Count(name, parameter);
        InPlace.Count(name, state.Step);
        Array.ForEach(state.Buffers, buffer => InPlace.Count(name, buffer));
    }

    private void Check(Tensor[] added)
    {
        if (added.Length == 0)
        {
            throw new ArgumentException($"{name}: there are no parameters; give leaves that require a gradient");
        }

        var known = groups.SelectMany(group => group.Parameters).ToHashSet();
        foreach (var (i, parameter) in added.Index())
        {
            if (parameter is null)
            {
                throw new ArgumentException($"{name}: parameter {i} is null");
            }

            var problem = !parameter.IsLeaf ? $"was made by {parameter.Node}; give the leaf itself"
                : !parameter.DType.IsReal ? $"is {parameter.DType.Text}, and only real numbers have gradients"
                : !known.Add(parameter) ? "is given twice; give it once"
                : parameter.Device != added[0].Device
                    ? $"is on {parameter.Device}, and parameter 0 on {added[0].Device}; make a group for each device"
                : null;
            if (problem is not null)
            {
                throw new ArgumentException($"{name}: parameter {i}, {parameter.Describe()}, {problem}");
            }
        }
    }
}
