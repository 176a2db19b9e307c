using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Tangent; derivative 1 + y².</summary>
internal readonly struct Tan : IRealUnary<Tan>
{
    public static string Name => "tan";

    public Notation Notation => new("tan", "tan({0})", "\\tan {0}", "1 + {y}²");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Tan(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * (1 + (kept.Output * kept.Output));
}
