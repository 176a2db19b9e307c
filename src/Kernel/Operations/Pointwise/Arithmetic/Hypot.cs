using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>√(a² + b²) without overflow; derivatives a/y and b/y.</summary>
internal readonly struct Hypot : IRealBinary<Hypot>
{
    public static string Name => "hypot";

    public Notation Notation => new("hypot", "√({0}² + {1}²)", "\\sqrt{{{0}^2 + {1}^2}}", "{0}/{y}", "{1}/{y}");

    public Keep Keeps(int operand) => (Keep)(1 << operand) | Keep.Output;

    public T Invoke<T>(T a, T b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Hypot(a, b);

    public Tensor Scale(Tensor t, in Kept kept, int operand) => t * (kept[operand] / kept.Output);
}
