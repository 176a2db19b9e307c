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
    public void The_grid_is_cut_and_tells_how_much_there_is()
    {
        var snapshot = Tensor.Arange(0, 6000).Reshape(2, 30, 100).Snapshot();
        Assert.Equal((60, 100), (snapshot.Rows, snapshot.Columns));
        Assert.Equal((TensorSnapshot.GridRows, TensorSnapshot.GridColumns), (snapshot.Grid.Count, snapshot.Grid[0].Count));
        Assert.Equal(203, snapshot.Grid[2][3]);
        Assert.Equal(6000, snapshot.Histogram.Sum());
        Assert.All(snapshot.Histogram, count => Assert.Equal(250, count));
    }

    [Fact]
    public void Empty_single_and_constant_tensors_have_snapshots_too()
    {
        Assert.Empty(Tensor.Zeros(0, 3).Snapshot().Grid);
        Assert.Equal(7, Tensor.Of(7).Snapshot().Value.Scalar);
        Assert.Equal(5, Tensor.Full([5], 2f).Snapshot().Histogram.Sum());
        Assert.True(double.IsNaN(Tensor.Of([double.NaN]).Snapshot().Value.Mean));
    }

    [Fact]
    public void A_chain_lists_shared_nodes_once_and_refers_back()
    {
        var x = Tensor.Of(2f, requiresGrad: true).Named("x");
        var y = x.Tanh();
        var lines = (y * y + x).GradFn.Chain().Lines;
        Assert.Equal(
            [("add", 0, false), ("mul", 1, false), ("tanh", 2, false), ("accumulate_grad", 3, false), ("tanh", 2, true), ("accumulate_grad", 1, true)],
            lines.Select(line => (line.Operation, line.Depth, line.Repeated)));
    }
}
