using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>log(1 + x), exact also near 0; derivative 1/(1 + x).</summary>
internal readonly struct Log1p : IRealUnary<Log1p>
{
    public static string Name => "log1p";

    public Notation Notation => new("log1p", "log(1 + {0})", "\\log(1 + {0})", "1/(1 + {0})");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Elementary.Log1p(x);

    public Tensor Scale(Tensor t, in Kept kept) => t / (kept[0] + 1);
}
