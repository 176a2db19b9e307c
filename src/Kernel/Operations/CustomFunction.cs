using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// One application of a user's operation with a backward of its own. What it saved beside operands and value follows
/// the operands as constants, so that it is kept and drawn as everything else.
/// </summary>
internal sealed class CustomFunction : Operation
{
    // As many as Keep has places for.
    private const int MostOperands = 30;
    private const int Output = -1;

    private readonly Func<FunctionContext, Tensor[], Tensor> forward;
    private readonly Func<FunctionContext, Tensor, IReadOnlyList<Tensor?>> backward;
    private readonly int[] saved;
    private readonly bool[] needsGradient;
    private readonly object? state;

    private CustomFunction(
        string name,
        Func<FunctionContext, Tensor[], Tensor> forward,
        Func<FunctionContext, Tensor, IReadOnlyList<Tensor?>> backward,
        int[] saved,
        FunctionContext context)
    {
        Name = name;
        Notation = Written(name);
        this.forward = forward;
        this.backward = backward;
        this.saved = saved;
        needsGradient = [.. context.NeedsGradient];
        state = context.State;
    }

    public override string Name { get; }

    public override Notation Notation { get; }

    internal override bool IsCustom => true;

    // What a user's forward does beside its value would be seen twice, and it may draw random numbers.
    internal override bool IsRepeatable => false;

    /// <summary>The value of a user's operation, recorded.</summary>
    public static Tensor Apply(
        string name,
        Func<FunctionContext, Tensor[], Tensor> forward,
        Func<FunctionContext, Tensor, IReadOnlyList<Tensor?>> backward,
        Tensor[] inputs)
    {
        var context = NewContext(inputs);
        var computed = Unrecorded(() => forward(context, inputs));
        var value = new Tensor(computed.Storage, computed.Layout);
        List<Tensor> operands = [.. inputs];
        var saved = new int[context.Saved.Count];
        for (var i = 0; i < saved.Length; i++)
        {
            saved[i] = ReferenceEquals(context.Saved[i], computed) ? Output : Place(operands, context.Saved[i]);
        }

        if (operands.Count is 0 or > MostOperands)
        {
            throw new ArgumentException(
                $"{name}: {inputs.Length} operands and {operands.Count - inputs.Length} saved tensors beside them; an "
                + $"operation takes 1 to {MostOperands} in all");
        }

        return new CustomFunction(name, forward, backward, saved, context).Record(value, [.. operands]);
    }

    /// <summary>Runs a user's computation of a value, which is not to be seen in the graph.</summary>
    public static Tensor Unrecorded(Func<Tensor> computation)
    {
        using (Autograd.NoGrad())
        {
            return computation();
        }
    }

    /// <summary>How a user's operation is written: by its name.</summary>
    public static Notation Written(string name) => new(name, $"{name}({{0}})", $"\\mathrm{{{{{name}}}}}({{0}})");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        Tensor[] inputs = [.. operands[..needsGradient.Length]];
        return Unrecorded(() => forward(NewContext(inputs), inputs));
    }

    internal override Keep Keeps(int operand) => saved.Aggregate(
        Keep.Nothing, (keep, place) => keep | (place == Output ? Keep.Output : (Keep)(1 << place)));

    internal override IReadOnlyList<Tensor?> PullAll(in Kept kept, Tensor gradient)
    {
        var tensors = new Tensor[saved.Length];
        for (var i = 0; i < saved.Length; i++)
        {
            tensors[i] = saved[i] == Output ? kept.Output : kept[saved[i]];
        }

        gradient.Disown();
        var context = new FunctionContext(tensors, needsGradient, state);
        return Checked(kept.Node, BackwardScope.Outside(() => backward(context, gradient)));
    }

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        PullAll(kept, gradient)[operand] ?? Zeros(kept.Node.Operands[operand], gradient);

    // Pulling is linear in the gradient, and its transpose is pushing.
    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var isRecording = Autograd.IsRecording;
        using (Autograd.EnableGrad())
        {
            var any = Zeros(kept.Node, tangent).RequiresGrad_();
            return PullAll(kept, any)[operand] is { RequiresGrad: true } pulled
                && Autograd.Grad([pulled], [any], [tangent], createGraph: isRecording, allowUnused: true)[0]
                    is { } pushed
                ? pushed
                : any.Detach();
        }
    }

    private static FunctionContext NewContext(Tensor[] inputs) =>
        new([], Array.ConvertAll(inputs, input => input.RequiresGrad), null);

    private static int Place(List<Tensor> operands, Tensor tensor)
    {
        var place = operands.FindIndex(operand => ReferenceEquals(operand, tensor));
        if (place >= 0)
        {
            return place;
        }

        operands.Add(tensor.Detach());
        return operands.Count - 1;
    }

    private static Tensor Zeros(Node node, Tensor like) =>
        Tensor.Full(node.Shape, 0, dtype: node.DType, device: like.Device);

    private Tensor?[] Checked(Node node, IReadOnlyList<Tensor?> gradients)
    {
        if (gradients.Count != needsGradient.Length)
        {
            throw new InvalidOperationException(
                $"{node}: its backward gave {gradients.Count} gradients for {needsGradient.Length} operands; give one "
                + "for each, null where there is none");
        }

        var all = new Tensor?[node.Operands.Count];
        for (var operand = 0; operand < gradients.Count; operand++)
        {
            var place = node.Operands[operand];
            all[operand] = gradients[operand] is not { } gradient
                || (gradient.Shape == place.Shape && gradient.DType == place.DType)
                ? gradients[operand]
                : throw new InvalidOperationException(
                    $"{node}: its backward gave {gradient.Shape} {gradient.DType.Text} for operand {operand}, which is "
                    + $"{place.Shape} {place.DType.Text}; they must agree");
        }

        return all;
    }
}
