namespace NotebookGrad.Tests.Tensors;

public class ShapeTests
{
    private static readonly Tensor X = Tensor.Zeros(5).Named("x");
    private static readonly Tensor Number = Tensor.Of(3f).Named("c");

    [Fact]
    public void Views_share_the_elements()
    {
        var x = Tensor.Arange(0, 24).Reshape(2, 3, 4);
        Tensor[] views =
        [
            x.View(6, 4), x.Flatten(), x.Unflatten(2, 2, 2), x.Unsqueeze(1).Squeeze(1), x.Permute(2, 0, 1), x.MoveDim(0, 2),
            x.Narrow(1, 1, 2), x.Select(2, -1), x.Diagonal(1, 1, 2), x.Unfold(2, 2, 1), x.Unsqueeze(0).ExpandAs(x.Unsqueeze(0)), x.Contiguous(),
            x.Split(2, 1)[1], x.Chunk(2)[0], x.Unbind(1)[2], x.TensorSplit(3, 2)[0], x.AtLeast3D(), x[0].AtLeast3D(),
            .. Tensor.Meshgrid([x[0, 0], x[1, 1]]),
        ];
        Assert.All(views, view => Assert.Same(x.Storage, view.Storage));
        Tensor[] copies = [x.Repeat(1, 1, 1), x.Flip(0), x.Roll(1), x.Rot90(0), x[0].Diag(), Tensor.Cat([x]), x.T.Contiguous()];
        Assert.All(copies, copy => Assert.NotSame(x.Storage, copy.Storage));
    }

    /// <summary>The strides that PyTorch gives to reshapes of strided tensors, or null where it copies.</summary>
    [Fact]
    public void A_reshape_is_a_view_wherever_strides_allow_it()
    {
        var x = Tensor.Zeros(4, 6, 8);
        Assert.Equal([96L, 48L, 8L, 1L], x[.., .., ..4].Layout.Reshape([2, 2, 6, 4])!.Strides.ToArray());
        Assert.Equal([8L, 1L], x[.., .., ..4].Layout.Reshape([24, 4])!.Strides.ToArray());
        Assert.Null(x[.., .., ..4].Layout.Reshape([4, 24]));
        Assert.Equal([1L, 16L, 8L], x.Permute(2, 0, 1).Layout.Reshape([8, 12, 2])!.Strides.ToArray());
        Assert.Null(x.Permute(2, 1, 0).Layout.Reshape([8, 24]));
        Assert.Equal([0L, 0L, 1L], Tensor.Zeros(8).Expand(6, 8).Layout.Reshape([2, 3, 8])!.Strides.ToArray());
    }

    [Fact]
    public void Empty_tensors_and_numbers_keep_to_the_shapes_of_PyTorch()
    {
        var empty = Tensor.Zeros(0, 3);
        Assert.Equal(new Shape([0]), empty.Flatten().Shape);
        Assert.Equal(new Shape([1]), Number.Flatten().Shape);
        Assert.Equal(new Shape([3, 0]), empty.T.Flip(1).Shape);
        Assert.Equal(new Shape([0, 6]), empty.Repeat(2, 2).Shape);
        Assert.Equal(new Shape([2, 0]), Tensor.Zeros(3, 0).Narrow(0, 0, 2).Shape);
        Assert.Equal(new Shape([0]), Tensor.Zeros(2, 3).Diagonal(5).Shape);
        Assert.Equal(new Shape([2, 3]), Tensor.Cat([Tensor.Zeros(0), Tensor.Zeros(2, 3)]).Shape);
        Assert.Equal(new Shape([0, 3]), empty.Roll(1, 0).Shape);
        Assert.Equal(new Shape([0, 3]), empty.Tril().Shape);
        Assert.Equal([3f], Number.Unfold(0, 1, 1).ToArray<float>());
        Assert.Equal(new Shape([]), Number.Squeeze(0).Shape);
        Assert.Equal([0, 0], empty.Chunk(2).Select(part => part.Shape[0]));
        Assert.Equal(new Shape([0, 3]), Assert.Single(empty.Split(2)).Shape);
        Assert.Equal([2, 2, 1], X.TensorSplit(3).Select(part => part.Shape[0]));
        Assert.Equal([1, 3, 0, 2], X.TensorSplit([1, 4, 3]).Select(part => part.Shape[0]));
    }

    [Fact]
    public void Parts_and_arrangements_are_those_of_PyTorch()
    {
        var x = Tensor.Arange(0, 6).Reshape(2, 3);
        Assert.Equal([0L, 1L, 0L, 1L], x[0, ..2].Tile(2).ToArray<long>());
        Assert.Equal([0L, 0L, 1L, 1L, 2L, 2L], x[0].RepeatInterleave(2).ToArray<long>());
        Assert.Equal([2L, 1L, 0L, 5L, 4L, 3L], x.FlipLR().ToArray<long>());
        Assert.Equal([3L, 4L, 5L, 0L, 1L, 2L], x.FlipUD().ToArray<long>());
        Assert.Equal([2L, 5L, 1L, 4L, 0L, 3L], x.Rot90().ToArray<long>());
        Assert.Equal([5L, 4L, 3L, 2L, 1L, 0L], x.Rot90(2).ToArray<long>());
        Assert.Equal([4L, 5L, 0L, 1L, 2L, 3L], x.Roll(2).ToArray<long>());
        Assert.Equal([0L, 1L, 1L, 0L, 0L, 1L], Tensor.TrilIndices(2, 3).ToArray<long>());
        Assert.Equal([0L, 0L, 1L, 1L, 2L, 2L], Tensor.TriuIndices(2, 3, 1).ToArray<long>());
        Assert.Equal([0L, 3L, 1L, 4L, 2L, 5L], Tensor.DStack(x[0], x[1]).ToArray<long>());
        Assert.Equal(new Shape([4, 3]), Tensor.VStack(x, x).Shape);
        Assert.Equal(new Shape([2, 6]), Tensor.HStack(x, x).Shape);
        Assert.Equal(new Shape([6]), Tensor.HStack(x[0], x[1]).Shape);
        Assert.Equal(DType.Float64, Tensor.Cat([x, Tensor.Zeros([2, 3], dtype: DType.Float64), Tensor.Zeros(2, 3)]).DType);
    }
}
