using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>x brought to [low, high]; derivative 1 inside, else 0, also at the bounds.</summary>
internal readonly struct Hardtanh(double low, double high) : IUnary<Hardtanh>
{
    public static string Name => "hardtanh";

    public Notation Notation => new(
        Symbol,
        $"{Symbol}({{0}})",
        $"\\operatorname{{{{{Symbol}}}}}({{0}})",
        $"[{Notation.Number(low)} < {{0}} < {Notation.Number(high)}]");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, INumber<T> => new Clamp(low, high).Invoke(x);

    public Tensor Scale(Tensor t, in Kept kept) =>
        Tensor.Where((kept[0] > low) & (kept[0] < high), t, Tensor.ZerosLike(t));

    private string Symbol => low == 0 && high == 6 ? "ReLU6" : "hardtanh";
}
