using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>√x; derivative 1/(2y).</summary>
internal readonly struct Sqrt : IRealUnary<Sqrt>
{
    public static string Name => "sqrt";

    public static Notation Notation { get; } = new("√", "√{0}", "\\sqrt{{{0}}}", "1/(2·{y})");

    public static Keep Keeps => Keep.Output;

    public static T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Sqrt(x);

    public static void Invoke<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Sqrt(x, y);

    public static Tensor Scale(Tensor t, in Kept kept) => t / (2 * kept.Output);
}
