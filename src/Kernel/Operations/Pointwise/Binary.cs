using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>A pointwise operation of two operands, which broadcast and promote by PyTorch's rules.</summary>
internal sealed class Binary<TRule>(TRule rule) : Operation
    where TRule : struct, IBinaryRule<TRule>
{
    private static readonly Binary<TRule> Plain = new(default);

    public override string Name => TRule.Name;

    public override Notation Notation => rule.Notation;

    /// <summary>A function without parameters.</summary>
    public static Tensor Apply(Tensor a, Tensor b) => Plain.ApplyTo(a, b);

    /// <summary>A function with parameters.</summary>
    public static Tensor Apply(TRule rule, Tensor a, Tensor b) => new Binary<TRule>(rule).ApplyTo(a, b);

    public static Tensor Apply(Tensor a, Scalar b) => Apply(a, a.Number(b));

    public static Tensor Apply(Scalar a, Tensor b) => Apply(b.Number(a), b);

    /// <summary>target = target ∘ other without a new block; the caller has checked that this is allowed.</summary>
    public static void ApplyInPlace(Tensor target, Tensor other)
    {
        var operand = other.To(target.DType);
        var expanded = new View(operand.Storage, operand.Layout.Expand(target.Shape));
        TRule.Compute(default, target.Backend, target.View, expanded, target.View);
    }

    /// <summary>
    /// A function without parameters, its result written over a gradient that nobody else needs. The gradient is read
    /// once, and for one operand only.
    /// </summary>
    public static Tensor ApplyOver(Tensor gradient, Tensor other)
    {
        if (!BackwardScope.MayOverwrite(gradient))
        {
            return Apply(gradient, other);
        }

        ApplyInPlace(gradient, other);
        return gradient;
    }

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var (a, b) = (operands[0], operands[1]);
        if (a.Shape == b.Shape)
        {
            var same = a.EmptyLike(a.DType, a.Shape);
            TRule.Compute(rule, same.Backend, a.View, b.View, same.View);
            return same;
        }

        var shape = Broadcasting.Common(TRule.Name, a, b);
        var y = a.EmptyLike(a.DType, shape);
        TRule.Compute(
            rule, y.Backend, new(a.Storage, a.Layout.Expand(shape)), new(b.Storage, b.Layout.Expand(shape)), y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => rule.Keeps(operand);

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) => rule.Scale(gradient, kept, operand);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => rule.Scale(tangent, kept, operand);

    private Tensor ApplyTo(Tensor a, Tensor b)
    {
        var dtype = Promotion.Common(a, b);
        if (TRule.IsReal && !dtype.IsReal)
        {
            dtype = DType.Float32;
        }

        if (dtype == DType.Bool && TRule.TakesTruth)
        {
            return ApplyTo(a.To(DType.Int64), b.To(DType.Int64)).To(DType.Bool);
        }

        if (dtype == DType.Bool)
        {
            throw new ArgumentException(
                $"{TRule.Name}: {a.Describe()} and {b.Describe()} are truth values; convert one with .To(DType.Int64)");
        }

        return ((Operation)this).Apply(a.To(dtype), b.To(dtype));
    }
}
