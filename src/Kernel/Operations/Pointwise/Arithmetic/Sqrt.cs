using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>√x; derivative 1/(2y).</summary>
internal readonly struct Sqrt : IRealUnary<Sqrt>
{
    public static string Name => "sqrt";

    public Notation Notation => new("√", "√{0}", "\\sqrt{{{0}}}", "1/(2·{y})");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Sqrt(x);

    public static void Invoke<T>(Sqrt kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sqrt(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => t / (2 * kept.Output);
}
