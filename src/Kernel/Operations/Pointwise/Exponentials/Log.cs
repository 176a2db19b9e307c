using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Natural logarithm; derivative 1/x.</summary>
internal readonly struct Log : IRealUnary<Log>
{
    public static string Name => "log";

    public Notation Notation => new("log", "log({0})", "\\log {0}", "1/{0}");

    public Keep Keeps => Keep.Operand0;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Log(x);

    public static void Invoke<T>(Log kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TensorPrimitives.Log(x, y);

    public Tensor Scale(Tensor t, in Kept kept) => t / kept[0];
}
