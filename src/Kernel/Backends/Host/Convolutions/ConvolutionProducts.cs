using System.Numerics;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// The three tensors of a convolution as products of matrices. One operand of each is a scattered matrix: windows of
/// padded images, read where they lie, so that no unfolded image is ever written out.
/// </summary>
internal static unsafe class ConvolutionProducts<T, TVector, TWidth>
    where T : unmanaged, INumber<T>
    where TVector : struct
    where TWidth : struct, IVectorWidth<T, TVector>
{
    /// <summary>Makes one of the three tensors, all dense and not empty.</summary>
    public static void Compute(ConvolutionRole result, ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        switch (result)
        {
            case ConvolutionRole.Input: MakeInput(sizes, input, output, weight); break;
            case ConvolutionRole.Output: MakeOutput(sizes, input, output, weight); break;
            default: MakeWeight(sizes, input, output, weight); break;
        }
    }

    /// <summary>Windows of the input, times the weight.</summary>
    private static void MakeOutput(ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        var windows = new InputWindows(sizes, sizes.ByPlanes(ConvolutionRole.Output));
        ImageProducts<T, TVector, TWidth>.Multiply(
            windows, [windows.Output], ConvolutionRole.Output, input, weight, output);
    }

    /// <summary>
    /// A convolution of the padded output, for each remainder of positions that the stride leaves one with another part
    /// of the kernel.
    /// </summary>
    private static void MakeInput(ConvolutionSizes sizes, T* input, T* output, T* weight)
    {
        var windows = new OutputWindows(sizes, sizes.ByPlanes(ConvolutionRole.Input));
        if (windows.LeavesOut)
        {
            new Span<T>(input, checked(sizes.Samples * sizes.Channels * sizes.InputPlane)).Clear();
        }

        ImageProducts<T, TVector, TWidth>.Multiply(
            windows, windows.Phases, ConvolutionRole.Input, output, weight, input);
    }

    /// <summary>The output, times windows of the input.</summary>
    private static void MakeWeight(ConvolutionSizes sizes, T* input, T* output, T* weight) =>
        WeightProducts<T, TVector, TWidth>.Multiply(new(sizes, byPlanes: false), input, output, weight);
}
