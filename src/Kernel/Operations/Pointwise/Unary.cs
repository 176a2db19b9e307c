using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A pointwise operation of one operand.</summary>
internal sealed class Unary<TRule> : Operation
    where TRule : struct, IUnaryRule
{
    private static readonly Unary<TRule> Instance = new();

    public override string Name => TRule.Name;

    public override Notation Notation => TRule.Notation;

    public static Tensor Apply(Tensor x)
    {
        if (x.DType == DType.Bool || (TRule.IsReal && !x.DType.IsReal))
        {
            x = x.To(TRule.IsReal ? DType.Float32 : DType.Int64);
        }

        return ((Operation)Instance).Apply(x);
    }

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, operands[0].Shape);
        TRule.Compute(y.Backend, operands[0].View, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => TRule.Keeps;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => TRule.Scale(gradient, kept);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => TRule.Scale(tangent, kept);
}
