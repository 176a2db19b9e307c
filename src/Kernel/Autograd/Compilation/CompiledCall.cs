using NotebookGrad.Inspection;
using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// One call of a compiled function whose result has a graph: a single node, however many operations the function is of.
/// The gradients of its sources are worked out together, by the plan.
/// </summary>
internal sealed class CompiledCall : Operation
{
    private readonly Plan plan;
    private readonly Tensor[] inputs;
    private readonly Func<Tensor[], Tensor> function;
    private readonly int[] versions;

    // Of the first backward pass; another pass must do the call again.
    private Frame? frame;

    /// <summary>A call that a frame has done.</summary>
    public CompiledCall(Plan plan, Frame frame, Tensor[] inputs, Func<Tensor[], Tensor> function)
    {
        (this.plan, this.frame, this.inputs, this.function) = (plan, frame, inputs, function);
        versions = frame.Versions();
    }

    public override string Name => "compiled";

    public override Notation Notation { get; } = CustomFunction.Written("compiled");

    internal override bool IsCustom => true;

    internal override bool IsRepeatable => false;

    private Tensor[] Sources => Array.ConvertAll(plan.Recording.Sources, source => source.TensorIn(inputs));

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        CustomFunction.Unrecorded(() => function(inputs));

    internal override Keep Keeps(int operand) => Keep.Nothing;

    internal override IReadOnlyList<Tensor?> PullAll(in Kept kept, Tensor gradient)
    {
        if (BackwardScope.Current is { CreatesGraph: true })
        {
            return PullRecorded(kept.Node, gradient);
        }

        var used = Interlocked.Exchange(ref frame, null) ?? Again(kept.Node);
        if (!used.Versions().AsSpan().SequenceEqual(versions))
        {
            throw new InvalidOperationException(
                $"backward of {kept.Node}: a tensor that the compiled function used was changed in place since. Change "
                + "a copy, x.Clone(), or go backward first. No gradient was changed.");
        }

        var isInOrder = gradient.Layout is { IsContiguous: true, Offset: 0 };
        var found = used.Backward([.. inputs, isInOrder ? gradient : gradient.Converted(gradient.DType)]);
        plan.Return(used);
        return found;
    }

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        PullAll(kept, gradient)[operand] ?? Tensor.ZerosLike(Sources[operand]);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        ForwardPass.Push(Recorded(kept.Node), [Sources[operand]], [tangent]);

    private Frame Again(Node node)
    {
        RefuseEffects(node);
        var again = plan.Take();
        again.Forward(inputs);
        return again;
    }

    // A plan has no graph that could be differentiated in turn; the function has.
    private Tensor?[] PullRecorded(Node node, Tensor gradient) => BackwardPass.Differentiate(
        [Recorded(node)], Sources, [gradient], retainGraph: true, createGraph: true, allowUnused: true, ends: true);

    private Tensor Recorded(Node node)
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
                + "derivative; differentiate once, or call the function that is not compiled. No gradient was changed.");
        }
    }
}
