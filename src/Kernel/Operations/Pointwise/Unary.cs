using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A pointwise operation of one operand.</summary>
internal sealed class Unary<TRule>(TRule rule) : Operation
    where TRule : struct, IUnaryRule<TRule>
{
    private static readonly Unary<TRule> Plain = new(default);

    public override string Name => TRule.Name;

    public override Notation Notation => rule.Notation;

    /// <summary>A function without parameters.</summary>
    public static Tensor Apply(Tensor x) => Plain.ApplyTo(x);

    /// <summary>A function with parameters.</summary>
    public static Tensor Apply(TRule rule, Tensor x) => new Unary<TRule>(rule).ApplyTo(x);

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, operands[0].Shape);
        TRule.Compute(rule, y.Backend, operands[0].View, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => rule.Keeps;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => rule.Scale(gradient, kept);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => rule.Scale(tangent, kept);

    private Tensor ApplyTo(Tensor x)
    {
        if (x.DType == DType.Bool || (TRule.IsReal && !x.DType.IsReal))
        {
            x = x.To(TRule.IsReal ? DType.Float32 : DType.Int64);
        }

        return ((Operation)this).Apply(x);
    }
}
