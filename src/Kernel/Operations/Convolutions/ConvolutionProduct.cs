using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// Convolutions as products of matrices: windows are written side by side as columns, [groups, channels·kernel,
/// windows], and the weight has a row for each feature. Samples are taken a few at a time, so that columns stay small.
/// </summary>
internal sealed class ConvolutionProduct(Windows windows, int groups, int channels, int features)
{
    private const int ColumnElements = 1 << 20;

    private readonly int rows = channels / groups * Product(windows.Kernel);
    private readonly int places = Product(windows.Output);

    /// <summary>From input [n, channels, …] and weight the output [n, features, …].</summary>
    public Tensor Output(Tensor input, Tensor weight)
    {
        input = Contiguous(input);
        var output = input.EmptyLike(input.DType, [input.Shape[0], features, .. windows.Output]);
        var factors = Factors(weight);
        foreach (var (start, count) in Parts(input.Shape[0]))
        {
            var columns = Columns(input, start, count);
            var product = Matrix(input, features / groups, count * places);
            product.Backend.MatMul(factors.View, columns.View, product.View);
            product.Backend.Copy(Separated(product, count), Grouped(output, start, count));
            BackwardScope.Release(columns);
            BackwardScope.Release(product);
        }

        return output;
    }

    /// <summary>From output and weight the input: every window's share added where the window lies.</summary>
    public Tensor Input(Tensor output, Tensor weight)
    {
        output = Contiguous(output);
        var input = output.EmptyLike(output.DType, [output.Shape[0], channels, .. windows.Input]);
        input.Backend.Fill(input.View, 0);
        var factors = Factors(weight);
        var transposed = new View(factors.Storage, factors.Layout.Permute([0, 2, 1]));
        foreach (var (start, count) in Parts(output.Shape[0]))
        {
            var shares = Shares(output, start, count);
            var columns = Matrix(output, rows, count * places);
            columns.Backend.MatMul(transposed, shares.View, columns.View);
            windows.Accumulate(Windowed(columns, count), Grouped(input, start, count));
            BackwardScope.Release(shares);
            BackwardScope.Release(columns);
        }

        return input;
    }

    /// <summary>From input and output the weight [features, channels/groups, kernel].</summary>
    public Tensor Weight(Tensor input, Tensor output)
    {
        (input, output) = (Contiguous(input), Contiguous(output));
        var weight = Matrix(input, features / groups, rows);
        weight.Backend.Fill(weight.View, 0);
        foreach (var (start, count) in Parts(input.Shape[0]))
        {
            var columns = Columns(input, start, count);
            var shares = Shares(output, start, count);
            var part = Matrix(input, features / groups, rows);
            var transposed = new View(columns.Storage, columns.Layout.Permute([0, 2, 1]));
            part.Backend.MatMul(shares.View, transposed, part.View);
            Binary<Add>.ApplyInPlace(weight, part);
            BackwardScope.Release(columns);
            BackwardScope.Release(shares);
            BackwardScope.Release(part);
        }

        return new Tensor(weight.Storage, Layout.Contiguous([features, channels / groups, .. windows.Kernel]));
    }

    private static int Product(int[] lengths) => checked((int)new Shape(lengths).Count);

    private static Tensor Contiguous(Tensor x) => x.Layout.IsContiguous ? x : x.Converted(x.DType);

    private Tensor Matrix(Tensor like, int height, int width) =>
        Tensor.Empty(like.Backend, like.DType, Layout.Contiguous([groups, height, width]));

    private Tensor Factors(Tensor weight) => weight.Reshape(groups, features / groups, rows);

    // The windows of some samples, [groups, channels·kernel, samples·places].
    private Tensor Columns(Tensor input, int start, int count)
    {
        var columns = Matrix(input, rows, count * places);
        windows.Collect(Grouped(input, start, count), Windowed(columns, count));
        return columns;
    }

    // The output of some samples, [groups, features, samples·places].
    private Tensor Shares(Tensor output, int start, int count)
    {
        var shares = Matrix(output, features / groups, count * places);
        shares.Backend.Copy(Grouped(output, start, count), Separated(shares, count));
        return shares;
    }

    // Some samples of [n, channels, …] as [groups, channels, samples, …].
    private View Grouped(Tensor x, int start, int count)
    {
        var samples = x.Layout.Slice(0, start, count);
        var shape = samples.Shape.Lengths;
        var grouped = samples.Reshape([count, groups, shape[1] / groups, .. shape[2..]])!;
        return new(x.Storage, grouped.Permute([1, 2, 0, .. Enumerable.Range(3, windows.Rank)]));
    }

    // A matrix of one column for each place as [groups, rows, samples, …].
    private View Separated(Tensor matrix, int count) =>
        new(matrix.Storage, matrix.Layout.Reshape([groups, matrix.Shape[1], count, .. windows.Output])!);

    // Columns as [groups, channels, samples, kernel, …].
    private View Windowed(Tensor columns, int count)
    {
        var layout = columns.Layout.Reshape([groups, channels / groups, .. windows.Kernel, count, .. windows.Output])!;
        var kernel = Enumerable.Range(2, windows.Rank);
        return new(columns.Storage, layout.Permute(
            [0, 1, 2 + windows.Rank, .. kernel, .. Enumerable.Range(3 + windows.Rank, windows.Rank)]));
    }

    private IEnumerable<(int Start, int Count)> Parts(int samples)
    {
        var size = (int)Math.Clamp(ColumnElements / Math.Max(1, (long)groups * rows * places), 1, Math.Max(1, samples));
        for (var start = 0; start < samples; start += size)
        {
            yield return (start, Math.Min(size, samples - start));
        }
    }
}
