namespace NotebookGrad.Tests.Tensors;

public class TensorTests
{
    [Fact]
    public void The_type_of_the_data_decides_the_dtype()
    {
        Assert.Equal(DType.Float32, Tensor.Of(2f).DType);
        Assert.Equal(DType.Float64, Tensor.Of([1.0, 2]).DType);
        Assert.Equal(DType.Int64, Tensor.Of([1, 2]).DType);
        Assert.Equal(DType.Int64, Tensor.Of(new long[,] { { 1 } }).DType);
        Assert.Equal(DType.Bool, Tensor.Of([true]).DType);
        Assert.Equal(DType.Int64, Tensor.Arange(0, 3).DType);
        Assert.Equal(DType.Float32, Tensor.Arange(0f, 1f, 0.25f).DType);
        Assert.Equal(DType.Float64, Tensor.Arange(0.0, 1.0, 0.25).DType);
        Assert.Equal(DType.Float32, Tensor.Full([2], 0.5f).DType);
        Assert.Equal(DType.Float32, Tensor.Zeros(2).DType);
        Assert.Equal(DType.Float64, Tensor.Of([1f], dtype: DType.Float64).DType);
    }

    [Fact]
    public void Arrays_of_any_rank_keep_their_shape_and_order()
    {
        Assert.Equal(new Shape([2, 2]), Tensor.Of(new float[,] { { 1, 2 }, { 3, 4 } }).Shape);
        Assert.Equal([1f, 2f, 3f, 4f], Tensor.Of(new float[,] { { 1, 2 }, { 3, 4 } }).ToArray<float>());
        Assert.Equal(new Shape([1, 2, 1]), Tensor.Of(new double[,,] { { { 1 }, { 2 } } }).Shape);
        Assert.Equal("[]", Tensor.Of(1f).Shape.ToString());
        Assert.Equal("[2, 3]", Tensor.Zeros(2, 3).Shape.ToString());
    }

    [Fact]
    public void Factories_fill_as_their_names_say()
    {
        Assert.Equal([0.5f, 0.5f], Tensor.Full([2], 0.5f).ToArray<float>());
        Assert.Equal([0L, 2L, 4L], Tensor.Arange(0, 6, 2).ToArray<long>());
        Assert.Equal([5L, 4L], Tensor.Arange(5, 3, -1).ToArray<long>());
        Assert.Equal([0L, 1L, 2L], Tensor.Arange(3).ToArray<long>());
        Assert.Equal([-3, 0.3333333333333335, 3.6666666666666665, 7], Tensor.Linspace(-3, 7, 4, dtype: DType.Float64).ToArray<double>());
        Assert.Equal([1f, 0.8f, 0.6f, 0.4f, 0.2f, 0f], Tensor.Linspace(1, 0, 6).ToArray<float>());
        Assert.Equal([2f], Tensor.Linspace(2, 5, 1).ToArray<float>());
        Assert.Empty(Tensor.Linspace(2, 5, 0).ToArray<float>());
        Assert.Equal([1f, 0f, 0f, 1f], Tensor.Eye(2).ToArray<float>());
        Assert.Equal([1f, 1f], Tensor.OnesLike(Tensor.Zeros(2)).ToArray<float>());
        Assert.Empty(Tensor.Zeros(0, 3).ToArray<float>());
    }

    /// <summary>PyTorch 1.13: torch.result_type of each pair; a tensor without axes is written in brackets.</summary>
    [Theory]
    [InlineData(DType.Int64, 1, DType.Float32, 1, DType.Float32)]
    [InlineData(DType.Float32, 1, DType.Float64, 1, DType.Float64)]
    [InlineData(DType.Float32, 1, DType.Float64, 0, DType.Float32)]
    [InlineData(DType.Int64, 1, DType.Float64, 0, DType.Float64)]
    [InlineData(DType.Float64, 0, DType.Float32, 0, DType.Float64)]
    [InlineData(DType.Bool, 1, DType.Int64, 0, DType.Int64)]
    [InlineData(DType.Int64, 1, DType.Bool, 1, DType.Int64)]
    [InlineData(DType.Float32, 1, DType.Int64, 0, DType.Float32)]
    public void Dtypes_promote_by_the_rules_of_PyTorch(DType a, int aRank, DType b, int bRank, DType expected)
    {
        Tensor Make(DType dtype, int rank) => rank == 0 ? Tensor.Ones([], dtype: dtype) : Tensor.Ones([2], dtype: dtype);
        Assert.Equal(expected, (Make(a, aRank) + Make(b, bRank)).DType);
        Assert.Equal(expected, (Make(b, bRank) * Make(a, aRank)).DType);
    }

    [Fact]
    public void A_number_never_changes_the_dtype()
    {
        Assert.Equal(DType.Float32, (Tensor.Ones(2) * 2.0).DType);
        Assert.Equal(DType.Float32, (1.5 - Tensor.Ones(2)).DType);
        Assert.Equal(DType.Int64, (Tensor.Arange(0, 3) * 2).DType);
        Assert.Equal(DType.Int64, Tensor.Arange(0, 3).Pow(2).DType);
        Assert.Equal([0.5f, 1f], (Tensor.Arange(1, 3) / 2).ToArray<float>()); // true division, as in PyTorch
    }

    [Fact]
    public void Whole_numbers_are_computed_exactly()
    {
        var large = Tensor.Of([(1L << 53) + 1]);
        Assert.Equal([(1L << 53) + 2], (large + 1).ToArray<long>());
        Assert.Equal([3L * ((1L << 53) + 1)], (large * 3).ToArray<long>());
        Assert.Equal([1L, 32L, 243L], Tensor.Arange(1, 4).Pow(5).ToArray<long>());
        Assert.Equal([11L], Tensor.Of(new long[,] { { 1, 2 } }).MatMul(Tensor.Of([3, 4])).ToArray<long>());
    }

    [Fact]
    public void Views_share_elements_and_copies_do_not()
    {
        var x = Tensor.Arange(0, 6, dtype: DType.Float32).Reshape(2, 3);
        x[0, 1..3].Mul_(10);
        Assert.Equal([0f, 10f, 20f, 3f, 4f, 5f], x.ToArray<float>());
        x.T[0].Fill_(7);
        Assert.Equal([7f, 10f, 20f, 7f, 4f, 5f], x.ToArray<float>());
        x.Clone().Zero_();
        Assert.Equal(7f, x[0, 0].Item<float>());
        x.Detach().Zero_();
        Assert.Equal(0f, x.Sum().Item<float>());
    }

    [Fact]
    public void A_change_in_place_may_read_the_block_that_it_writes()
    {
        var x = Tensor.Arange(0, 4, dtype: DType.Float32).Reshape(2, 2);
        x.Add_(x.T);
        Assert.Equal([0f, 3f, 3f, 6f], x.ToArray<float>());
    }

    [Fact]
    public void Indices_pick_positions_ranges_and_new_axes()
    {
        var x = Tensor.Arange(0, 12).Reshape(3, 4);
        Assert.Equal([4L, 5L, 6L, 7L], x[1].ToArray<long>());
        Assert.Equal(11L, x[^1, ^1].Item<long>());
        Assert.Equal([1L, 2L], x[0, 1..3].ToArray<long>());
        Assert.Equal([2L, 6L, 10L], x[.., 2].ToArray<long>());
        Assert.Equal(new Shape([3, 1, 4]), x[.., null].Shape);
        Assert.Equal(new Shape([0, 4]), x[2..1].Shape);
    }

    [Fact]
    public void Comparisons_give_truth_values_and_can_be_counted()
    {
        var x = Tensor.Of([1f, 2f, float.NaN]);
        Assert.Equal([false, true, false], (x > 1).ToArray<bool>());
        Assert.Equal([true, false, false], (x <= 1.5).ToArray<bool>());
        Assert.Equal([false, true, false], x.Eq(2).ToArray<bool>());
        Assert.Equal(2L, Tensor.Of([true, false, true]).Sum().Item<long>());
        Assert.Equal([2L, 0L], Tensor.Of(new float[,] { { 1, 2, 3 }, { 3, 3, 1 } }).ArgMax(1).ToArray<long>());
        Assert.Equal(2L, x.ArgMax(0).Item<long>()); // NaN is greatest, as in PyTorch
    }

    [Fact]
    public void Text_shows_elements_dtype_and_origin()
    {
        Assert.Equal("tensor(2, float32, requires_grad)", Tensor.Of(2f, requiresGrad: true).ToString());
        Assert.Equal("tensor([[1, 2], [3, 4]], int64, shape [2, 2])", Tensor.Of(new[,] { { 1, 2 }, { 3, 4 } }).ToString());
        Assert.Equal("tensor([0.5, NaN, Infinity], float64)", Tensor.Of([0.5, double.NaN, double.PositiveInfinity]).ToString());
        Assert.Equal("tensor([0, 1, 2, …, 97, 98, 99], int64, shape [100])", Tensor.Arange(0, 100).ToString());
        Assert.Equal("tensor([2], float32, grad_fn=add)", (Tensor.Of([1f], requiresGrad: true) + 1).ToString());
        Assert.Equal("tensor([], float32, shape [0, 3])", Tensor.Zeros(0, 3).ToString());
    }

    [Fact]
    public void NaN_and_infinity_go_through_as_IEEE_says()
    {
        var x = Tensor.Of([float.NaN, float.PositiveInfinity, float.NegativeInfinity]);
        Assert.Equal([float.NaN, float.PositiveInfinity, 0f], x.Relu().ToArray<float>());
        Assert.Equal([float.NaN, 1f, 0f], x.Sigmoid().ToArray<float>());
        Assert.True(float.IsNaN(Tensor.Zeros(1, 1).MatMul(Tensor.Full([1, 1], float.PositiveInfinity)).Item<float>()));
        Assert.Equal([0f, 1f], Tensor.Of([-1000f, 1000f]).Softmax(0).ToArray<float>());
    }
}
