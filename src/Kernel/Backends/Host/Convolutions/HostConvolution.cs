using System.Numerics;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Backends.Host;

/// <summary>Convolutions on the processor; the same operands give the same bits, on however many threads.</summary>
internal static unsafe class HostConvolution<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>As <see cref="IBackend.Convolve"/> says.</summary>
    public static void Compute(
        ConvolutionRole result, View input, View output, View weight, ReadOnlySpan<SlidingAxis> axes, int groups)
    {
        var made = result switch
        {
            ConvolutionRole.Input => input,
            ConvolutionRole.Output => output,
            _ => weight,
        };
        if (input.Layout.Count == 0 || output.Layout.Count == 0 || weight.Layout.Count == 0)
        {
            Conversion.Fill(made, 0);
            return;
        }

        var sizes = new ConvolutionSizes(input.Shape, output.Shape, axes, groups);
        var lanes = sizes.Lanes(result);
        var isReal = typeof(T) != typeof(long);
        fixed (T* x = Elements(input), y = Elements(output), w = Elements(weight))
        {
            if (isReal && Vector512.IsHardwareAccelerated && lanes > Vector256<T>.Count)
            {
                ConvolutionProducts<T, Vector512<T>, Width512<T>>.Compute(result, sizes, x, y, w);
            }
            else if (isReal && Vector256.IsHardwareAccelerated && lanes > Vector128<T>.Count)
            {
                ConvolutionProducts<T, Vector256<T>, Width256<T>>.Compute(result, sizes, x, y, w);
            }
            else
            {
                ConvolutionProducts<T, Vector128<T>, Width128<T>>.Compute(result, sizes, x, y, w);
            }
        }
    }

    private static Span<T> Elements(View view) => HostBackend.Elements<T>(view.Storage)[(int)view.Layout.Offset..];
}
