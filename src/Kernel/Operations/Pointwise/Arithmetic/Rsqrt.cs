using System.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>1/√x; derivative −y³/2.</summary>
internal readonly struct Rsqrt : IRealUnary<Rsqrt>
{
    public static string Name => "rsqrt";

    public Notation Notation => new("1/√", "1/√{0}", "\\frac{{1}}{{\\sqrt{{{0}}}}}", "−{y}³/2");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.One / T.Sqrt(x);

    public Tensor Scale(Tensor t, in Kept kept) => t * (-0.5 * kept.Output.Pow(3));
}
