using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The angle of the point (b, a); derivatives b/(a² + b²) and −a/(a² + b²).</summary>
internal readonly struct Atan2 : IRealBinary<Atan2>
{
    public static string Name => "atan2";

    public Notation Notation => new(
        "atan2",
        "atan2({0}, {1})",
        "\\operatorname{{atan2}}({0}, {1})",
        "{1}/({0}² + {1}²)",
        "−{0}/({0}² + {1}²)");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Atan2(a, b);

    public Tensor Scale(Tensor t, in Kept kept, int operand)
    {
        var inverse = ((kept[0] * kept[0]) + (kept[1] * kept[1])).Reciprocal();
        return t * (operand == 0 ? kept[1] : -kept[0]) * inverse;
    }
}
