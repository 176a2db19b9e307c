using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x where above a threshold, else a fixed value; derivative 1 and 0.</summary>
internal readonly struct Threshold(double threshold, double value) : IUnary<Threshold>
{
    public static string Name => "threshold";

    public Notation Notation => new(
        "threshold",
        $"{{0}} if {{0}} > {Bound}, else {Notation.Number(value)}",
        $"{{0}} > {Bound} \\,?\\, {{0}} : {Notation.Number(value)}",
        $"[{{0}} > {Bound}]");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => x <= T.CreateTruncating(threshold) ? T.CreateTruncating(value) : x;

    public Tensor Scale(Tensor t, in Kept kept) => t.MaskedFill(kept[0] <= threshold, 0);

    private string Bound => Notation.Number(threshold);
}
