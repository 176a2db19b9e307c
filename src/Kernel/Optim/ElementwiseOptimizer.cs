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
                Change(group.Numbers, Array.FindAll(group.States, state => state.Parameter.Grad is not null));
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

    /// <summary>Has a backend do the step of some parameters.</summary>
    private protected abstract void Update(IBackend backend, View options, UpdateOperands[] parameters);

    private void Change(Tensor numbers, ParameterState[] changed)
    {
        if (changed.Length == 0)
        {
            return;
        }

        Array.ForEach(changed, state => InPlace.IsPartOfGraph(Name, state.Parameter)); // refuses what must not change
        var dense = Array.ConvertAll(changed, state => state.Parameter.Contiguous());
        OneDevice.Require(Name, dense);
        var operands = new UpdateOperands[changed.Length];
        for (var i = 0; i < changed.Length; i++)
        {
            changed[i].Follow();
            operands[i] = changed[i].Operands(changed[i].Parameter.Grad, dense[i]);
        }

        Update(dense[0].Backend, numbers.View, operands);
        for (var i = 0; i < changed.Length; i++)
        {
            if (dense[i] != changed[i].Parameter)
            {
                dense[i].Backend.Copy(dense[i].View, changed[i].Parameter.View);
            }

            InPlace.Count(Name, changed[i].Parameter);
            changed[i].Count(Name);
        }
    }
}
