using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// One call of a compiled function whose result has a graph: a single node, however many operations the function is of.
/// Its operands are the function's inputs, which it keeps, then what of the function's surroundings needs a gradient.
/// All gradients are worked out together, by the plan.
/// </summary>
internal sealed class CompiledCall : Operation
{
    private readonly Plan plan;
    private readonly Func<Tensor[], Tensor> function;
    private readonly int[] versions;

    // Of the first backward pass; another pass must do the call again.
    private Frame? frame;

    private CompiledCall(Plan plan, Frame frame, Func<Tensor[], Tensor> function)
    {
        (this.plan, this.frame, this.function) = (plan, frame, function);
        versions = frame.Versions();
    }

    public override string Name => "compiled";

    public override Notation Notation { get; } = CustomFunction.Written("compiled");

    internal override bool IsCustom => true;

    internal override bool IsRepeatable => false;

    private int InputCount => plan.Recording.Inputs.Length;

    /// <summary>Records a call that a frame has done.</summary>
    public static Tensor Record(
        Plan plan, Frame frame, Func<Tensor[], Tensor> function, Tensor[] inputs, Tensor result) =>
        new CompiledCall(plan, frame, function).Record(result, [.. inputs, .. plan.OuterSources]);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        Tensor[] inputs = [.. operands[..InputCount]];
        return CustomFunction.Unrecorded(() => function(inputs));
    }

    internal override Keep Keeps(int operand) => (Keep)((1 << InputCount) - 1);

    internal override IReadOnlyList<Tensor?> PullAll(in Kept kept, Tensor gradient)
    {
        var inputs = Inputs(kept);
        if (BackwardScope.Current is { CreatesGraph: true })
        {
            return PullRecorded(kept.Node, inputs, gradient);
        }

        var used = Interlocked.Exchange(ref frame, null) ?? Again(kept.Node, inputs);
        if (!used.Versions().AsSpan().SequenceEqual(versions))
        {
            throw new InvalidOperationException(
                $"backward of {kept.Node}: a tensor that the compiled function used was changed in place since. Change "
                + "a copy, x.Clone(), or go backward first. No gradient was changed.");
        }

        var isInOrder = gradient.Layout is { IsContiguous: true, Offset: 0 };
        var found = used.Backward([.. inputs, isInOrder ? gradient : gradient.Converted(gradient.DType)]);
        plan.Return(used);
        return ByOperand(found);
    }

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        PullAll(kept, gradient)[operand]
            ?? Tensor.Full(kept.ShapeOf(operand), 0, dtype: kept.DTypeOf(operand), device: gradient.Device);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var inputs = Inputs(kept);
        var along = operand < InputCount ? inputs[operand] : plan.OuterSources[operand - InputCount];
        return ForwardPass.Push(Recorded(kept.Node, inputs), [along], [tangent]);
    }

    private Tensor[] Inputs(Kept kept) => [.. Enumerable.Range(0, InputCount).Select(input => kept[input])];

    private Tensor?[] ByOperand(Tensor?[] found)
    {
        var all = new Tensor?[InputCount + plan.OuterSources.Length];
        var outer = InputCount;
        foreach (var (source, gradient) in plan.Recording.Sources.Zip(found))
        {
            all[source.Input >= 0 ? source.Input : outer++] = gradient;
        }

        return all;
    }

    private Frame Again(Node node, Tensor[] inputs)
    {
        RefuseEffects(node);
        var again = plan.Take();
        again.Forward(inputs);
        return again;
    }

    // A plan has no graph that could be differentiated in turn; the function has.
    private Tensor?[] PullRecorded(Node node, Tensor[] inputs, Tensor gradient) =>
        ByOperand(BackwardPass.Differentiate(
            [Recorded(node, inputs)],
            Array.ConvertAll(plan.Recording.Sources, source => source.TensorIn(inputs)),
            [gradient],
            retainGraph: true,
            createGraph: true,
            allowUnused: true,
            ends: true));

    private Tensor Recorded(Node node, Tensor[] inputs)
    {
        RefuseEffects(node);
        return BackwardScope.Outside(() =>
        {
            using (Autograd.EnableGrad())
            {
                return function(inputs);
            }
        });
    }

    private void RefuseEffects(Node node)
    {
        if (plan.HasEffects)
        {
            throw new InvalidOperationException(
                $"{node}: the compiled function changes tensors in place, so that it cannot be called again for this "
                + "derivative; differentiate once, or call the function that is not compiled. No gradient was "
                + "changed.");
        }
    }
}
