using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// log |det A|, or log det A, NaN where that is negative; without overflow. Its derivative is A⁻ᵀ.
/// </summary>
/// <param name="ofAbsolute">Whether the sign is dropped.</param>
internal sealed class LogDeterminant(bool ofAbsolute) : Operation
{
    public override string Name => ofAbsolute ? "linalg.slogdet" : "logdet";

    public override Notation Notation { get; } = ofAbsolute
        ? new("log |det|", "log |det({0})|", "\\log |\\det {0}|", "{0}⁻ᵀ")
        : new("log det", "log det({0})", "\\log \\det {0}", "{0}⁻ᵀ");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) =>
        new MatrixBatch(Name, operands[0]).Map((matrix, _) =>
        {
            var factors = new LuFactors(matrix);
            return ofAbsolute || factors.Sign >= 0 ? factors.LogAbsDeterminant : double.NaN;
        });

    internal override Keep Keeps(int operand) => Keep.Operand0;

    internal override Tensor Pull(in Kept kept, int operand, Tensor gradient) =>
        gradient.Unsqueeze(-1).Unsqueeze(-1) * Slope(kept);

    internal override Tensor Push(in Kept kept, int operand, Tensor tangent) => (Slope(kept) * tangent).Sum([-2, -1]);

    private static Tensor Slope(in Kept kept) => new Inverse(mayBeSingular: true).Apply(kept[0]).MT;
}
