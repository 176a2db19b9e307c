using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

public class TensorInspectorTests
{
    [Fact]
    public void Statistics_are_those_of_the_finite_elements()
    {
        var summary = Tensor.Of([1.0, double.NaN, 0, -4, double.PositiveInfinity, 3]).Snapshot().Value;
        Assert.Equal(6, summary.Count);
        Assert.Equal(0, summary.Mean);
        Assert.Equal(Math.Sqrt(26 / 4.0), summary.Deviation, 1e-15);
        Assert.Equal((-4, 3), (summary.Minimum, summary.Maximum));
        Assert.Equal(Math.Sqrt(26), summary.Norm, 1e-15);
        Assert.Equal((1, 1, 1), (summary.Zeros, summary.NaNs, summary.Infinities));
    }

    [Fact]
    public void Moments_lose_no_digits_to_a_large_mean()
    {
        // 0 … 9999 about 1e9: deviation of n equally spaced numbers is √((n² − 1)/12).
        var summary = (Tensor.Arange(0, 10_000, dtype: DType.Float64) + 1e9).Snapshot().Value;
        Assert.Equal(1e9 + 4999.5, summary.Mean);
        Assert.Equal(Math.Sqrt(((1e4 * 1e4) - 1) / 12), summary.Deviation, 1e-9);
    }

    [Fact]
    public void Elements_that_are_not_finite_are_located()
    {
        var tensor = Tensor.Zeros(50, 60);
        tensor[3, 17] = float.NaN;
        tensor[49, 59] = float.NegativeInfinity;
        Assert.Equal([[3, 17], [49, 59]], tensor.Snapshot().Value.NotFinitePlaces);
        Assert.Equal(ValueSummary.PlaceCount, Tensor.Full([9], float.NaN).Snapshot().Value.NotFinitePlaces.Count);
    }

    [Fact]
    public void Many_elements_are_told_by_means_of_blocks()
    {
        var map = Tensor.Arange(0, 3000, dtype: DType.Float64).Reshape(30, 100).Snapshot().Map;
        Assert.Equal((30, 100, 3, 8), (map.Rows, map.Columns, map.BlockRows, map.BlockColumns));
        var blocks = Assert.Single(map.Slices).Blocks;
        Assert.Equal((10, 13), (blocks.Count, blocks[0].Count));

        // Rows 3 to 5, columns 8 to 15; then columns 96 to 99, which are what is left.
        Assert.Equal(new ElementBlock(411.5, 308, 515), blocks[1][1]);
        Assert.Equal(new ElementBlock(497.5, 396, 599), blocks[1][12]);
    }

    [Theory]
    [InlineData(new[] { 6, 8, 8 }, 1, 1, 6)]
    [InlineData(new[] { 10, 40 }, 1, 1, 1)]
    [InlineData(new[] { 9, 41 }, 1, 4, 1)]
    [InlineData(new[] { 128 }, 1, 1, 1)]
    [InlineData(new[] { 129 }, 1, 3, 1)]
    public void Few_elements_are_told_one_by_one(int[] shape, int blockRows, int blockColumns, int slices)
    {
        var map = Tensor.Zeros(shape).Snapshot().Map;
        Assert.Equal((blockRows, blockColumns, slices), (map.BlockRows, map.BlockColumns, map.Slices.Count));
    }

    [Fact]
    public void A_block_shows_what_is_not_finite_in_it()
    {
        var tensor = Tensor.Zeros([100, 100], dtype: DType.Float64);
        tensor[0, 0] = double.NaN;
        tensor[0, 1] = double.PositiveInfinity;
        tensor[99, 98] = double.NegativeInfinity;
        tensor[99, 99] = double.PositiveInfinity;
        tensor[99, 0] = double.NegativeInfinity;
        var blocks = tensor.Snapshot().Map.Slices[0].Blocks;
        Assert.Equal(double.NaN, blocks[0][0].Mean);
        Assert.Equal(double.PositiveInfinity, blocks[^1][^1].Mean);
        Assert.Equal(double.NegativeInfinity, blocks[^1][0].Mean);
        var huge = Tensor.Full([100, 100], double.MaxValue, dtype: DType.Float64).Snapshot().Map.Slices[0].Blocks;
        Assert.Equal(double.MaxValue, huge[0][0].Maximum);
    }

    [Fact]
    public void Of_many_slices_the_first_the_last_and_some_between_are_told()
    {
        var map = Tensor.Arange(0, 20_000).Reshape(10, 20, 10, 10).Snapshot().Map;
        Assert.Equal(200, map.SliceCount);

        // Every 199/5th of them, rounded down, as places in [10, 20].
        Assert.Equal(
            [[0, 0], [1, 19], [3, 19], [5, 19], [7, 19], [9, 19]], map.Slices.Select(slice => slice.Place));
    }

    [Fact]
    public void A_histogram_never_mixes_signs()
    {
        var histogram = Tensor.Of([-3.0, -1e-9, 0, 1e-9, 7]).Snapshot().Histogram;
        var below = histogram.Counts.Index().Where(bin => histogram.Start + ((bin.Index + 0.5) * histogram.Width) < 0);
        Assert.Equal(2, below.Sum(bin => bin.Item));
        Assert.Equal(5, histogram.Counts.Sum());
        Assert.All(Tensor.Arange(0, 6000).Snapshot().Histogram.Counts, count => Assert.Equal(250, count));
    }

    [Fact]
    public void Few_whole_numbers_have_a_bin_each()
    {
        var histogram = Tensor.Of(new long[] { 2, 0, 2, 5 }).Snapshot().Histogram;
        Assert.Equal((-0.5, 1), (histogram.Start, histogram.Width));
        Assert.Equal([1L, 0, 2, 0, 0, 1], histogram.Counts);
        Assert.Equal([3L, 1], Tensor.Of(new[] { false, true, false, false }).Snapshot().Histogram.Counts);
    }

    [Fact]
    public void Empty_single_and_constant_tensors_have_snapshots_too()
    {
        Assert.Empty(Tensor.Zeros(0, 3).Snapshot().Map.Slices);
        Assert.Equal(7, Tensor.Of(7).Snapshot().Value.Scalar);
        Assert.Equal([5L], Tensor.Full([5], 2f).Snapshot().Histogram.Counts);
        Assert.True(double.IsNaN(Tensor.Of([double.NaN]).Snapshot().Value.Mean));
        var widest = Tensor.Of([double.MinValue, 0, double.MaxValue]).Snapshot().Histogram.Counts;
        Assert.Equal(3, widest.Count(count => count == 1));
    }

    [Fact]
    public void A_gradient_lies_in_the_same_places_as_its_values()
    {
        var x = Tensor.Arange(0, 2500, dtype: DType.Float64).Reshape(50, 50).RequiresGrad_();
        (x * x).Sum().Backward();
        var snapshot = x.Snapshot();
        Assert.Equal(
            snapshot.Map.Slices[0].Blocks[3].Select(block => 2 * block.Mean),
            snapshot.GradientMap!.Slices[0].Blocks[3].Select(block => block.Mean));
    }

    [Fact]
    public void A_chain_lists_shared_nodes_once_and_refers_back()
    {
        var x = Tensor.Of(2f, requiresGrad: true).Named("x");
        var y = x.Tanh();
        var lines = (y * y + x).GradFn.Chain().Lines;
        Assert.Equal(
            [
                ("add", 0, false), ("mul", 1, false), ("tanh", 2, false), ("accumulate_grad", 3, false),
                ("tanh", 2, true), ("accumulate_grad", 1, true),
            ],
            lines.Select(line => (line.Operation, line.Depth, line.Repeated)));
    }
}
