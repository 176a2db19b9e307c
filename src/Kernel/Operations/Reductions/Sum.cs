using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NotebookGrad.Backends;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>The sum along some axes, given a shape with or without them; transpose of broadcasting.</summary>
internal sealed class Sum(Axes axes, Shape result) : Linear
{
    public override string Name => "sum";

    public override Notation Notation { get; } = new("Σ", "Σ {0}", "\\sum {0}", "1")
    {
        Pullbacks = ["{g} repeated"],
    };

    internal override Tensor Evaluate(ReadOnlySpan<Tensor> operands) => axes.Reduce<Kernel>(operands[0], result);

    private protected override Tensor Transpose(in Kept kept, Tensor gradient)
    {
        var shape = kept.ShapeOf(0);
        return gradient.Reshape(axes.Reduced(shape)).Expand(shape);
    }

    /// <summary>a + b.</summary>
    internal readonly struct Kernel : IReductionKernel
    {
        public static T Identity<T>()
            where T : unmanaged, INumber<T> => T.Zero;

        public static T Invoke<T>(T a, T b)
            where T : unmanaged, INumber<T> => a + b;

        public static void Invoke<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
            where T : unmanaged, INumber<T>
        {
            var done = 0;
            if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            {
                // Rows that come one after another from afar pass an eighth faster than in TensorPrimitives.
                var left = MemoryMarshal.Cast<T, Vector512<T>>(a);
                var right = MemoryMarshal.Cast<T, Vector512<T>>(b);
                var sums = MemoryMarshal.Cast<T, Vector512<T>>(y);
                for (var i = 0; i < left.Length; i++)
                {
                    sums[i] = left[i] + right[i];
                }

                done = left.Length * Vector512<T>.Count;
            }

            TensorPrimitives.Add(a[done..], b[done..], y[done..]);
        }

        public static T Invoke<T>(ReadOnlySpan<T> x)
            where T : unmanaged, INumber<T> => TensorPrimitives.Sum(x);
    }
}
