using System.Numerics;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The logarithms of the sums of eˣ up to each position along an axis, without overflow.</summary>
internal sealed class LogCumulativeSumExp(int axis) : Operation
{
    public override string Name => "logcumsumexp";

    public override Notation Notation { get; } =
        new("log cumsum exp", "log cumsum exp({0})", "\\log \\operatorname{{cumsum}} e^{{{0}}}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands)
    {
        var y = operands[0].EmptyLike(operands[0].DType, operands[0].Shape);
        y.Backend.Scan<Kernel>(operands[0].View, axis, y.View);
        return y;
    }

    internal override Keep Keeps(int operand) => Keep.Operand0 | Keep.Output;

    // With yᵢ = log(e^yᵢ₋₁ + e^xᵢ) the tangent is uᵢ = tᵢ·exp(xᵢ − yᵢ) + uᵢ₋₁·exp(yᵢ₋₁ − yᵢ): no factor exceeds 1.
    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) =>
        Recurrence.Solve(Ratios(kept), tangent * (kept[0] - kept.Output).Exp(), axis);

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient)
    {
        var factors = ConstantPad.Delay(Ratios(kept).Flip(axis), axis, 0);
        var sums = Recurrence.Solve(factors, gradient.Flip(axis), axis).Flip(axis);
        return sums * (kept[0] - kept.Output).Exp();
    }

    private Tensor Ratios(in Kept kept) => (ConstantPad.Delay(kept.Output, axis, 0) - kept.Output).Exp();

    internal readonly struct Kernel : IReductionKernel
    {
        public static T Identity<T>()
            where T : unmanaged, INumber<T> => T.CreateSaturating(double.NegativeInfinity);

        public static T Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T>
        {
            var (greater, lesser) = (T.Max(a, b), T.Min(a, b));
            var distance = double.CreateTruncating(lesser - greater);
            return greater == lesser && !T.IsFinite(greater)
                ? greater
                : greater + T.CreateTruncating(double.LogP1(Math.Exp(distance)));
        }

        public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
            where T : unmanaged, INumber<T>
        {
            for (var i = 0; i < y.Length; i++)
            {
                y[i] = Invoke(a[i], b[i]);
            }
        }

        public static T Invoke<T>(ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T>
        {
            var total = Identity<T>();
            foreach (var value in x)
            {
                total = Invoke(total, value);
            }

            return total;
        }
    }
}
