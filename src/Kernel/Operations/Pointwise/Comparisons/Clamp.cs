using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x brought to [low, high]; derivative 1 inside and at the bounds, else 0.</summary>
internal readonly struct Clamp(double low, double high) : IUnary<Clamp>
{
    public static string Name => "clamp";

    public Notation Notation => new(
        "clamp",
        $"clamp({{0}}, {Low}, {High})",
        $"\\operatorname{{{{clamp}}}}({{0}}, {Low}, {High})",
        $"[{Low} ≤ {{0}} ≤ {High}]");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T>
    {
        var raised = x < T.CreateSaturating(low) ? T.CreateSaturating(low) : x;
        return raised > T.CreateSaturating(high) ? T.CreateSaturating(high) : raised;
    }

    public Tensor Scale(Tensor t, in Kept kept) =>
        Tensor.Where((kept[0] >= low) & (kept[0] <= high), t, Tensor.ZerosLike(t));

    private string Low => Notation.Number(low);

    private string High => Notation.Number(high);
}
