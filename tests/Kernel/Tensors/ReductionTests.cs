namespace NotebookGrad.Tests.Tensors;

/// <summary>What reductions, searches and sorting do at the edges; expected values by PyTorch 1.13 unless said otherwise.</summary>
public class ReductionTests
{
    private const float NaN = float.NaN;
    private const float Inf = float.PositiveInfinity;
    private static readonly Tensor Empty = Tensor.Zeros(0, 3).Named("e");
    private static readonly Tensor Whole = Tensor.Arange(0, 3).Named("n");
    private static readonly Tensor X = Tensor.Of([1f, NaN, 3f, 2f]);

    [Fact]
    public void One_axis_may_be_given_as_a_number()
    {
        var x = Tensor.Of(new double[,] { { 3, 4 }, { 6, 8 } });
        Assert.Equal([0.5, 2], x.VarMean(1).Var.ToArray<double>());
        Assert.Equal([3.5, 7], x.VarMean(1).Mean.ToArray<double>());
        Assert.Equal([Math.Sqrt(0.5), Math.Sqrt(2)], x.StdMean(1).Std.ToArray<double>());
        Assert.Equal([5, 10], Linalg.VectorNorm(x, 2, 1).ToArray<double>());
        Assert.Equal([5, 10], Linalg.Norm(x, null, dim: -1).ToArray<double>());
        Assert.Equal([0.5, 0.5], Functional.Softmax(Tensor.Of([1.0, 1]), 0).ToArray<double>());
        Assert.Equal([-Math.Log(2), -Math.Log(2)], Functional.LogSoftmax(Tensor.Of([1.0, 1]), 0).ToArray<double>());
    }

    [Fact]
    public void Reductions_of_nothing_give_what_combines_to_nothing()
    {
        Assert.Equal([0f, 0f, 0f], Empty.Sum(0).ToArray<float>());
        Assert.Equal(1f, Empty.Prod().Item<float>());
        Assert.Equal([NaN, NaN, NaN], Empty.Mean(0).ToArray<float>());
        Assert.Equal([NaN, NaN, NaN], Empty.Std(0).ToArray<float>());
        Assert.Equal(NaN, Tensor.Of([1f]).Var().Item<float>());
        Assert.Equal([-Inf, -Inf, -Inf], Empty.LogSumExp(0).ToArray<float>());
        Assert.Equal(0f, Empty.Norm().Item<float>());
        Assert.Equal(NaN, Empty.Median().Item<float>());
        Assert.False(Empty.Any().Item<bool>());
        Assert.True(Empty.All().Item<bool>());
        Assert.Equal(new Shape([0]), Empty.Max(1).Values.Shape);
        Assert.Equal(new Shape([0, 3]), Empty.CumSum(0).Shape);
        Assert.Equal(new Shape([0, 3]), Empty.Sort(0).Indices.Shape);
    }

    [Fact]
    public void NaN_is_found_first_unless_it_is_to_be_left_out()
    {
        Assert.Equal([NaN, NaN, NaN, NaN], new[] { X.Max(), X.Min(), X.Median(), X.Quantile(0.5) }.Select(y => y.Item<float>()));
        Assert.Equal([1L, 1L, 1L], new[] { X.ArgMax(), X.ArgMin(), X.Median(0).Indices }.Select(y => y.Item<long>()));
        Assert.Equal((6f, 2f, 2f, 2.5f), (X.NanSum().Item<float>(), X.NanMean().Item<float>(), X.NanMedian().Item<float>(), X.NanQuantile(0.75).Item<float>()));
        Assert.Equal([1f, 2f, 3f, NaN], X.Sort().Values.ToArray<float>());
        Assert.Equal([NaN, 3f], X.TopK(2).Values.ToArray<float>());
        Assert.Equal([1f, NaN, NaN, NaN], X.CumMax(0).Values.ToArray<float>());
        Assert.Equal([0L, 1L, 2L, 2L, 4L, 4L], Tensor.Of([1f, 1f, NaN, 0f, NaN, 2f]).CumMax(0).Indices.ToArray<long>());
    }

    [Fact]
    public void Infinities_do_not_turn_into_NaN()
    {
        Assert.Equal([-Inf, Inf, 1001f], Tensor.Of(new[,] { { -Inf, -Inf }, { Inf, 1f }, { 1001f, -Inf } }).LogSumExp(1).ToArray<float>());
        Assert.Equal([-Inf, 1f, 1f, Inf], Tensor.Of([-Inf, 1f, -Inf, Inf]).LogCumSumExp(0).ToArray<float>());
        Assert.Equal(Inf, Tensor.Of([1f, -Inf]).Norm().Item<float>());
    }

    [Fact]
    public void Dtypes_are_those_of_PyTorch()
    {
        var truths = Tensor.Of([true, false]);
        Tensor[] whole = [truths.Sum(), truths.Prod(), truths.CumSum(0), Whole.Sum(), Whole.Prod(), Whole.CumProd(0), Whole.NanSum(), Whole.Median()];
        Assert.All(whole, y => Assert.Equal(DType.Int64, y.DType));
        Tensor[] truth = [truths.Max(), truths.Amin(0), truths.Any(), Whole.All(0), truths.Sort().Values, truths.Diff()];
        Assert.All(truth, y => Assert.Equal(DType.Bool, y.DType));
        Assert.Equal(DType.Float32, Whole.LogSumExp(0).DType);
    }

    /// <summary>norm′(0) = 0 and std′ of equal numbers = 0, as in PyTorch; and finite in second order, where PyTorch has NaN.</summary>
    [Fact]
    public void Norm_and_deviation_are_flat_at_zero()
    {
        foreach (var function in new Func<Tensor, Tensor>[] { y => y.Norm(), y => y.Norm(1), y => y.Norm(3), y => y.Norm(0.5), y => y.Std() })
        {
            var x = Tensor.Zeros(3, requiresGrad: true);
            var gradient = Autograd.Grad(function(x), [x], createGraph: true)[0];
            Assert.Equal([0f, 0f, 0f], gradient.ToArray<float>());
            if (gradient.RequiresGrad)
            {
                Assert.All(Autograd.Grad(gradient.Sum(), [x])[0].ToArray<float>(), value => Assert.True(float.IsFinite(value)));
            }
        }
    }

    /// <summary>∂²(abcd)/∂b∂d = ac, which PyTorch 1.13 takes for 0 where b and d are both 0.</summary>
    [Fact]
    public void A_product_is_differentiated_exactly_among_zeros()
    {
        var x = Tensor.Of([2.0, 0.0, -3.0, 0.0], requiresGrad: true);
        var gradient = Autograd.Grad(x.Prod(), [x], createGraph: true)[0];
        Assert.Equal([0.0, 0.0, 0.0, 0.0], gradient.ToArray<double>());
        Assert.Equal([0.0, 0.0, 0.0, -6.0], Autograd.Grad(gradient[1], [x])[0].ToArray<double>());
    }

    [Fact]
    public void Counting_gives_what_PyTorch_counts()
    {
        var x = Tensor.Of([0.0, 1, 2, 2, 5]);
        Assert.Equal([1.0, 3.0], Tensor.Of([0.0, 1, 2, 2]).Histc(2).ToArray<double>());
        Assert.Equal([1.0, 1.0, 2.0], x.Histc(3, 0, 2.5).ToArray<double>());
        var (hist, edges) = Tensor.Of([0.0, 1, 2, 2]).Histogram(2, density: true);
        Assert.Equal([0.25, 0.75], hist.ToArray<double>());
        Assert.Equal([0.0, 1.0, 2.0], edges.ToArray<double>());
        Assert.Equal([1.0, 0.5, 0.0], Tensor.Of([0, 0, 1]).BinCount(Tensor.Of([0.25, 0.75, 0.5]), 3).ToArray<double>());
        Assert.Equal([2L, 1L], Tensor.Of([0, 0, 1]).BinCount().ToArray<long>());
        Assert.Equal([1L, 2L], Tensor.Of(new[,] { { 0, 3, 0 }, { 1, 2, 0 } }).CountNonzero(1).ToArray<long>());
    }

    [Fact]
    public void Order_is_stable_and_values_are_found_once()
    {
        var x = Tensor.Of([2, 1, 2, 0, 1]);
        Assert.Equal([3L, 1L, 4L, 0L, 2L], x.ArgSort().ToArray<long>());
        Assert.Equal([0L, 2L, 1L, 4L, 3L], x.ArgSort(descending: true).ToArray<long>());
        var (values, inverse, counts) = x.Unique();
        Assert.Equal([0L, 1L, 2L], values.ToArray<long>());
        Assert.Equal([2L, 1L, 2L, 0L, 1L], inverse.ToArray<long>());
        Assert.Equal([1L, 2L, 2L], counts.ToArray<long>());
        Assert.Equal([1L, 1L, 1L, 1L, 1L], x.UniqueConsecutive().Counts.ToArray<long>());
        Assert.Empty(Tensor.Zeros(0).Unique().Values.ToArray<float>());
        Assert.Equal((1f, 2L), (Tensor.Of([2f, 1f, 1f, 2f, 3f]).Mode().Values.Item<float>(), Tensor.Of([2f, 1f, 1f, 2f, 3f]).Mode().Indices.Item<long>()));

        var sorted = Tensor.Of([1.0, 3, 3, 5]);
        Assert.Equal([0L, 0L, 1L, 3L, 4L, 4L], Tensor.SearchSorted(sorted, Tensor.Of([0.0, 1, 3, 4, 6, double.NaN])).ToArray<long>());
        Assert.Equal([0L, 1L, 3L, 3L, 4L, 4L], Tensor.SearchSorted(sorted, Tensor.Of([0.0, 1, 3, 4, 6, double.NaN]), right: true).ToArray<long>());
    }
}
