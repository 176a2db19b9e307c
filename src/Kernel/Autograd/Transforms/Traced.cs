namespace NotebookGrad;

/// <summary>A function called with inputs of its own and recorded, so that it can be differentiated by them.</summary>
internal sealed class Traced
{
    private readonly string name;

    /// <summary>Calls a function.</summary>
    /// <param name="name">What is done to it, for messages.</param>
    /// <param name="function">The function.</param>
    /// <param name="inputs">Where to call it.</param>
    /// <param name="createGraph">Whether derivatives must themselves be differentiable.</param>
    /// <exception cref="ArgumentException">There are no inputs, or one holds whole numbers.</exception>
    public Traced(string name, Func<Tensor[], Tensor> function, IReadOnlyList<Tensor> inputs, bool createGraph)
    {
        this.name = name;
        if (inputs.Count == 0)
        {
            throw new ArgumentException($"{name}: there is no input to differentiate by");
        }

        // An input that requires a gradient is being differentiated by somebody else already.
        KeepsGraph = createGraph || (Autograd.IsRecording && inputs.Any(input => input.RequiresGrad));
        using (Recording())
        {
            Inputs = [.. inputs.Select(input => Own(input))];
            Output = function(Inputs);
        }
    }

    /// <summary>The inputs as the function got them.</summary>
    public Tensor[] Inputs { get; }

    /// <summary>What the function gave.</summary>
    public Tensor Output { get; }

    /// <summary>Whether results stay connected to the graph.</summary>
    public bool KeepsGraph { get; }

    /// <summary>The output as it is handed out.</summary>
    public Tensor Result => Finished(Output);

    /// <summary>The gradient by each input; zeros where the output does not depend on it.</summary>
    /// <param name="gradient">The vector of the vector-Jacobian product.</param>
    /// <param name="retainGraph">Whether this will be asked for again.</param>
    public Tensor[] Pull(Tensor gradient, bool retainGraph = false)
    {
        if (!Output.RequiresGrad)
        {
            return Array.ConvertAll(Inputs, input => Tensor.ZerosLike(input));
        }

        var gradients = Autograd.Grad(
            [Output], Inputs, [gradient], retainGraph, KeepsGraph, allowUnused: true);
        return [.. gradients.Select((found, i) => found ?? Tensor.ZerosLike(Inputs[i]))];
    }

    /// <summary>The derivative of the output along a direction in the inputs.</summary>
    public Tensor Push(IReadOnlyList<Tensor> tangents)
    {
        using (Autograd.SetGradEnabled(KeepsGraph))
        {
            return ForwardPass.Push(Output, Inputs, tangents);
        }
    }

    /// <summary>A result as it is handed out.</summary>
    public Tensor Finished(Tensor result) => KeepsGraph ? result : result.Detach();

    /// <summary>Refuses an output that is not a single number.</summary>
    /// <exception cref="ArgumentException">It has another count of elements than one.</exception>
    public Traced RequireScalar() => Output.Count == 1
        ? this
        : throw new ArgumentException(
            $"{name}: the function gave {Output.Describe()}, but it must give a single number; use "
            + "Autograd.Jacobian for a function of many");

    private static IDisposable Recording() =>
        (AutogradMode.Current with { IsPaused = false, IsInference = false }).Enter();

    private Tensor Own(Tensor input)
    {
        if (!input.DType.IsReal)
        {
            throw new ArgumentException(
                $"{name}: {input.Describe()} is {input.DType.Text}; only float32 and float64 have derivatives. Convert "
                + "it with .To(DType.Float32)");
        }

        var own = KeepsGraph && input.RequiresGrad
            ? new Operations.Reshape(input.Shape).Apply(input)
            : input.Detach().RequiresGrad_();
        return Inspection.Naming.Of(input) is { } known ? own.Named(known) : own;
    }
}
