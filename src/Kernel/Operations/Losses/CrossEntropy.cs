using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// −Σ p·log q over classes, where p is the target and log q = log softmax(x), or x itself in <c>nll_loss</c>. A target
/// of class numbers stands for p = 1 at the class; smoothing mixes p with the even distribution, and weights multiply
/// it.
/// </summary>
/// <remarks>
/// With p so understood the derivative by x is q·Σp − p, or −p for <c>nll_loss</c>; that by a target of probabilities
/// −log q, as smoothed and weighted.
/// </remarks>
internal sealed class CrossEntropy : Operation
{
    /// <summary>Whether x are logits and not logarithms of probabilities.</summary>
    public required bool OfLogits { get; init; }

    /// <summary>The weight of each class, [classes], or null.</summary>
    public Tensor? Weight { get; init; }

    /// <summary>The label that takes no part.</summary>
    public long IgnoreIndex { get; init; }

    /// <summary>The share of the even distribution in the target.</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>What becomes of the losses of single positions.</summary>
    public Reduction Reduction { get; init; }

    public override string Name => OfLogits ? "cross_entropy" : "nll_loss";

    public override Notation Notation => Reduction.Write(OfLogits
        ? new(
            "cross-entropy",
            "−log softmax({0})[{1}]",
            "-\\log \\operatorname{{softmax}}({0})_{{{1}}}",
            "softmax({0}) − onehot({1})")
        : new("NLL", "−{0}[{1}]", "-{0}_{{{1}}}", "−onehot({1})"));

    internal override Tensor? Companion => Weight;

    private ClassLoss OfClasses => new(OfLogits, IgnoreIndex, LabelSmoothing, Reduction);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (x, target) = (operands[0].Detach(), operands[1].Detach());
        if (target.DType.IsReal)
        {
            var losses = Distribution(x, target, null) * Logarithms(x);
            return Reduce(-losses.Sum(ClassLabels.Axis(x.Shape), keepDim: true), x, null);
        }

        var y = x.EmptyLike(x.DType, Reduction == Reduction.None ? target.Shape : []);
        y.Backend.ClassLoss(OfClasses, x.View, target.View, Weight?.Contiguous().View, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var (x, target) = (kept[0], kept[1]);
        if (!target.DType.IsReal && !IsRecorded(x) && !IsRecorded(gradient))
        {
            var y = x.EmptyLike(x.DType, x.Shape);
            y.Backend.ClassLossSlope(
                OfClasses, x.View, target.View, Weight?.Contiguous().View, gradient.View, y.View);
            return y;
        }

        var labels = Read(x, target);
        if (Reduction == Reduction.None)
        {
            gradient = gradient.Unsqueeze(ClassLabels.Axis(x.Shape));
        }
        else if (Reduction == Reduction.Mean)
        {
            // Where nothing counts the mean is NaN, but nothing depends on the scores.
            var count = Count(x, labels);
            gradient = gradient / count.MaskedFill(count.Eq(0), 1);
        }

        return Slope(x, target, labels, operand) * gradient;
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent)
    {
        var (x, target) = (kept[0], kept[1]);
        var labels = Read(x, target);
        var slope = Slope(x, target, labels, operand);
        return Reduce((slope * tangent).Sum(ClassLabels.Axis(x.Shape), keepDim: true), x, labels);
    }

    // The derivative of a position's loss by its scores, or by the probabilities of its target.
    private Tensor Slope(Tensor x, Tensor target, ClassLabels? labels, int operand)
    {
        if (operand == 1)
        {
            return Weighted(Logarithms(x)) * (LabelSmoothing - 1);
        }

        var p = Distribution(x, target, labels);
        var axis = ClassLabels.Axis(x.Shape);
        return OfLogits ? (x.Softmax(axis) * p.Sum(axis, keepDim: true)) - p : -p;
    }

    private Tensor Logarithms(Tensor x) => OfLogits ? x.LogSoftmax(ClassLabels.Axis(x.Shape)) : x;

    // The target as p, in the shape of the scores.
    private Tensor Distribution(Tensor x, Tensor target, ClassLabels? labels)
    {
        var axis = ClassLabels.Axis(x.Shape);
        var even = LabelSmoothing / x.Shape[axis];
        if (labels is not { } known)
        {
            return Weighted(LabelSmoothing == 0 ? target : (target * (1 - LabelSmoothing)) + even);
        }

        var share = LabelSmoothing == 0 ? known.Factor : known.Factor * (1 - LabelSmoothing);
        var p = new ScatterAdd(axis, known.Index, x.Shape).Apply(share);
        return LabelSmoothing == 0 ? p : p + Weighted(known.Counts * even);
    }

    private Tensor Reduce(Tensor losses, Tensor x, ClassLabels? labels) => Reduction switch
    {
        Reduction.None => losses.Reshape(ClassLabels.Positions(x.Shape)),
        Reduction.Mean => losses.Sum() / Count(x, labels),
        _ => losses.Sum(),
    };

    // What a mean divides by: the weights of all labels together, or the number of distributions.
    private static Tensor Count(Tensor x, ClassLabels? labels) =>
        labels?.Factor.Sum() ?? x.Number(ClassLabels.Positions(x.Shape).Count);

    // Class numbers; null where the target is probabilities.
    private ClassLabels? Read(Tensor x, Tensor target) =>
        target.DType.IsReal ? null : ClassLabels.Read(x, target, Weight, IgnoreIndex);

    private Tensor Weighted(Tensor x)
    {
        if (Weight is null)
        {
            return x;
        }

        int[] alongClasses = [.. Enumerable.Repeat(1, x.Shape.Rank)];
        alongClasses[ClassLabels.Axis(x.Shape)] = -1;
        return x * Weight.Reshape(alongClasses);
    }
}
