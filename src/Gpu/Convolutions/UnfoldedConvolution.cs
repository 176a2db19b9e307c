using System.Numerics;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// A convolution read from any of its three sides, as a product of matrices: the weight [features, elements of a
/// window], windows of the input side by side [elements of a window, windows], and the output, feature by feature
/// [features, windows]; for each group. Piece by piece, as windows take much more room than the input.
/// </summary>
internal static class UnfoldedConvolution<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>So many bytes of windows keep a device busy, and are little beside what it has.</summary>
    public const long BytesInPiece = 64 << 20;

    public static void Run(
        GpuBackend backend, ConvolutionRole result, View input, View output, View weight, Sliding sizes,
        long bytesInPiece = BytesInPiece)
    {
        var isFirst = true;
        foreach (var piece in ConvolutionPiece.Of(sizes, bytesInPiece / input.DType.Size))
        {
            Do(backend, result, input, output, weight, sizes, piece, isFirst);
            isFirst = false;
        }
    }

    private static void Do(
        GpuBackend backend, ConvolutionRole result, View input, View output, View weight, Sliding sizes,
        ConvolutionPiece piece, bool isFirst)
    {
        var windows = new GpuStorage(backend, input.DType, sizes.ElementsInWindow * piece.Count);
        var features = new GpuStorage(backend, input.DType, (long)sizes.Features * piece.Count);
        var weights = Matrices(weight, sizes.Groups, sizes.FeaturesInGroup);
        var columns = Matrices(All(windows), sizes.Groups, sizes.ElementsInGroup);
        var lines = Matrices(All(features), sizes.Groups, sizes.FeaturesInGroup);
        var byFeature = new View(features, Layout.Contiguous(new([sizes.Features, piece.Items, piece.Windows])));
        var outputs = output with
        {
            Layout = output.Layout.Reshape(new([sizes.Batch, sizes.Features, (int)sizes.Windows]))!
                .Slice(0, piece.Item, piece.Items).Slice(2, piece.First, piece.Windows).Permute([1, 0, 2]),
        };
        switch (result)
        {
            case ConvolutionRole.Output:
                WindowCopies<T>.Unfold(backend, input, windows, sizes, piece);
                backend.MatMul(weights, columns, lines);
                backend.Copy(byFeature, outputs);
                break;
            case ConvolutionRole.Weight:
                WindowCopies<T>.Unfold(backend, input, windows, sizes, piece);
                backend.Copy(outputs, byFeature);
                backend.MatMul(lines, Transposed(columns), weights, accumulate: !isFirst);
                break;
            default:
                backend.Copy(outputs, byFeature);
                backend.MatMul(Transposed(weights), lines, columns);
                WindowCopies<T>.Fold(backend, windows, input, sizes, piece);
                break;
        }

        windows.Release();
        features.Release();
    }

    private static View All(Storage storage) => new(storage, Layout.Contiguous(new([(int)storage.Length])));

    private static View Matrices(View view, int groups, int rows) => view with
    {
        Layout = view.Layout.Reshape(new([groups, rows, (int)(view.Layout.Count / groups / rows)]))!,
    };

    private static View Transposed(View view) => view with { Layout = view.Layout.Permute([0, 2, 1]) };
}
