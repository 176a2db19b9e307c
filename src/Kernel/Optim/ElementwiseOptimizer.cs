using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// An optimiser that changes each element by its own gradient alone. A step is one pass over each parameter, its
/// gradient and what is remembered of it, in place.
/// </summary>
/// <remarks>
/// A step inside of a compiled function reads options and states anew in each call, so that a changed learning rate
/// holds at once. The optimiser itself is made outside.
/// </remarks>
public abstract class ElementwiseOptimizer : Optimizer
{
    private protected ElementwiseOptimizer(
        string name, IEnumerable<Tensor> parameters, OptimizerOption[] options, params OptimizerState[] states)
        : base(name, parameters, options, [OptimizerState.Step, .. states])
    {
    }

    /// <summary>Changes every parameter that has a <c>.Grad</c>; the others stay as they are.</summary>
    /// <exception cref="InvalidOperationException">A parameter is not a leaf any more.</exception>
    public sealed override void Step()
    {
        using (Autograd.NoGrad())
        {
            foreach (var group in Groups)
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

    /// <inheritdoc/>
    public sealed override Tensor Step(Func<Tensor> closure)
    {
        var loss = Evaluate(closure);
        Step();
        return loss;
    }

    private protected sealed override IReadOnlyDictionary<string, Tensor> Remembered(Tensor parameter) =>
        Groups.SelectMany(group => group.States).First(state => state.Parameter == parameter).ByName(States);

    private protected sealed override Action Read(SavedState saved)
    {
        var pairs = new List<(Tensor Target, Tensor Source)>();
        foreach (var (i, parameter) in Parameters.Index())
        {
            foreach (var (name, target) in Remembered(parameter))
            {
                pairs.Add((target, saved.Take(StateKey(i, name), target.Shape.ToArray())));
            }
        }

        return () => pairs.ForEach(pair => pair.Target.Copy_(pair.Source));
    }

    /// <summary>Has a backend do the step of one parameter.</summary>
    private protected abstract void Update(
        IBackend backend, View options, View progress, View gradient, View parameter, View[] states);

    private void Change(Tensor numbers, ParameterState state, Tensor gradient)
    {
        var parameter = state.Parameter;
        InPlace.IsPartOfGraph(Name, parameter); // refuses what must not change
        var dense = parameter.Contiguous();
        Update(
            dense.Backend,
            numbers.View,
            state.Progress.View,
            gradient.Contiguous().View,
            dense.View,
            Array.ConvertAll(state.Buffers, buffer => buffer.View));
        if (dense != parameter)
        {
            parameter.Backend.Copy(dense.View, parameter.View);
        }

        InPlace.Count(Name, parameter);
        InPlace.Count(Name, state.Progress);
        Array.ForEach(state.Buffers, buffer => InPlace.Count(Name, buffer));
    }
}
