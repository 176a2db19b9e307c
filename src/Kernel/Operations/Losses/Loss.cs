using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// A loss that compares a prediction with a target element by element, by a rule of two operands, and reduces the
/// result: one operation, for people know it as one.
/// </summary>
internal sealed class Loss<TRule>(TRule rule, Reduction reduction) : Operation
    where TRule : struct, IBinaryRule<TRule>
{
    public override string Name => TRule.Name;

    public override Notation Notation => reduction.Write(rule.Notation);

    /// <summary>The loss of a prediction.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static Tensor Apply(TRule rule, Tensor prediction, Tensor target, Reduction reduction)
    {
        LossShapes.RequireEqual(TRule.Name, ("prediction", prediction), ("target", target));
        var dtype = Promotion.Common(prediction, target);
        dtype = dtype.IsReal ? dtype : DType.Float32;
        Operation loss = new Loss<TRule>(rule, reduction);
        return loss.Apply(prediction.To(dtype), target.To(dtype));
    }

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var losses = operands[0].EmptyLike(operands[0].DType, operands[0].Shape);
        TRule.Compute(rule, losses.Backend, operands[0].View, operands[1].View, losses.View);
        return losses.Reduce(reduction);
    }

    internal override Keep Keeps(int operand) => rule.Keeps(operand);

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var shape = kept.ShapeOf(0);
        return rule.Scale(reduction.Transpose(gradient, shape), kept, operand).Expand(shape);
    }

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        rule.Scale(tangent, kept, operand).Reduce(reduction);
}
