using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>(x − t)²; derivatives ±2(x − t).</summary>
internal readonly struct SquaredError : IRealBinary<SquaredError>
{
    public static string Name => "mse_loss";

    public Notation Notation =>
        new("MSE", "({0} − {1})²", "({0} - {1})^2", "2·({0} − {1})", "−2·({0} − {1})");

    public Keep Keeps(int operand) => Keep.Operand0 | Keep.Operand1;

    public T Invoke<T>(T x, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (x - t) * (x - t);

    public static void Invoke<T>(SquaredError kernel, ReadOnlySpan<T> x, ReadOnlySpan<T> t, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Subtract(x, t, y);
        TensorPrimitives.Multiply(y, y, y);
    }

    public Tensor Scale(Tensor t, in Kept kept, int operand) => (operand == 0 ? 2 : -2) * t * (kept[0] - kept[1]);
}
