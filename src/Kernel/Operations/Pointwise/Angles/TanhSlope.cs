using System.Numerics;
using System.Runtime.CompilerServices;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>t·(1 − y²): what tanh, whose value is y, does to a gradient, in one pass.</summary>
internal readonly struct TanhSlope : IFormula<TanhSlope>
{
    public static string Name => "tanh_slope";

    public Notation Notation => new(
        "tanh′", "{0}·(1 − {1}²)", "{0} \\cdot (1 - {1}^2)", "1 − {1}²", "−2·{0}·{1}");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TNumber Of<TNumber>(TNumber a, TNumber b)
        where TNumber : unmanaged, IArithmetic<TNumber> => a * (TNumber.Of(1) - (b * b));

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Of<OneNumber<T>>(new(a), new(b)).Value;

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? Binary<TanhSlope>.Apply(t, kept[1])
        : t * (-2 * kept[0] * kept[1]);
}
