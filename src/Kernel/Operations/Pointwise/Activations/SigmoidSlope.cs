using System.Numerics;
using System.Runtime.CompilerServices;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>t·y·(1 − y): what the logistic function, whose value is y, does to a gradient, in one pass.</summary>
internal readonly struct SigmoidSlope : IFormula<SigmoidSlope>
{
    public static string Name => "sigmoid_slope";

    public Notation Notation => new(
        "σ′", "{0}·{1}·(1 − {1})", "{0} \\cdot {1} \\cdot (1 - {1})", "{1}·(1 − {1})", "{0}·(1 − 2·{1})");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TNumber Of<TNumber>(TNumber a, TNumber b)
        where TNumber : unmanaged, IArithmetic<TNumber> => a * (b * (TNumber.Of(1) - b));

    public Keep Keeps(int operand) => operand == 0 ? Keep.Operand1 : Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Of<OneNumber<T>>(new(a), new(b)).Value;

    public Tensor Scale(Tensor t, in Kept kept, int operand) => operand == 0
        ? Binary<SigmoidSlope>.Apply(t, kept[1])
        : t * (kept[0] * (1 - (2 * kept[1])));
}
