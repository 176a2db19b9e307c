using System.Numerics;
using System.Numerics.Tensors;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>
/// The product along an axis. The derivative by an element is the product of all others, also among zeros.
/// </summary>
internal sealed class Product(int axis, Axes axes, Shape result) : Aggregate(axes, result)
{
    public override string Name => "prod";

    public override Notation Notation { get; } = new("Π", "Π {0}", "\\prod {0}");

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) => Axes.Reduce<Kernel>(operands[0], Result);

    internal override Keep Keeps(int operand) => Keep.Operand0;

    private protected override Tensor Slope(in Kept kept)
    {
        var before = Before(kept[0]);
        var behind = Before(kept[0].Flip(axis)).Flip(axis);
        return before * behind;
    }

    private Tensor Before(Tensor x) => ConstantPad.Delay(new CumulativeProduct(axis).Apply(x), axis, 1);

    /// <summary>a·b.</summary>
    internal readonly struct Kernel : IReductionKernel
    {
        public static T Identity<T>()
            where T : unmanaged, INumber<T> => T.One;

        public static T Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a * b;

        public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
            where T : unmanaged, INumber<T> => TensorPrimitives.Multiply(a, b, y);

        public static T Invoke<T>(ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T> => TensorPrimitives.Product(x);
    }
}
