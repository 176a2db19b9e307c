namespace NotebookGrad.Operations;

/// <summary>
/// A function that makes one number of all elements along some axes. Its derivative by each element is stated once, in
/// the operand's shape; push sums over it and pull spreads over it.
/// </summary>
internal abstract class Aggregate(Axes axes, Shape result) : Operation
{
    /// <summary>The axes that go, or stay with length 1.</summary>
    private protected Axes Axes => axes;

    /// <summary>The shape of the result.</summary>
    private protected Shape Result => result;

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Output;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        Standing(gradient, kept.ShapeOf(0)) * Slope(kept);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        new Sum(axes, result).Apply(tangent * Slope(kept));

    /// <summary>The derivative of the result by each element, in the operand's shape.</summary>
    private protected abstract Tensor Slope(in Kept kept);

    /// <summary>The kept result, with the axes that it lacks as axes of length 1.</summary>
    private protected Tensor StandingOutput(in Kept kept) => Standing(kept.Output, kept.ShapeOf(0));

    /// <summary>The mean over the same axes, which stay.</summary>
    private protected Tensor MeanOf(Tensor x) => new Mean(axes, axes.Reduced(x.Shape)).Apply(x);

    private Tensor Standing(Tensor y, Shape shape) => y.Reshape(axes.Reduced(shape));
}
