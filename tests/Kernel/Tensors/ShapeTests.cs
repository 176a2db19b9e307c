namespace NotebookGrad.Tests.Tensors;

public class ShapeTests
{
    private static readonly Tensor W = Tensor.Zeros(3, 4).Named("w");
    private static readonly Tensor X = Tensor.Zeros(5).Named("x");
    private static readonly Tensor Number = Tensor.Of(3f).Named("c");

    public static TheoryData<string, Action> Misuses() => new()
    {
        { "view: a tensor [4, 3] with strides [1, 4] cannot be seen as [12] without a copy; Reshape makes one", () => W.T.View(12) },
        { "view: w [3, 4] has 12 elements, which [5, 2] cannot hold", () => W.View(5, 2) },
        { "unflatten: w [3, 4] has 4 elements, which [3, -1] cannot hold", () => W.Unflatten(1, 3, -1) },
        { "flatten: axis 1 of w [3, 4] lies behind axis 0", () => W.Flatten(1, 0) },
        { "unsqueeze: w [3, 4] has no place 3 for a new axis; its places are 0 to 2", () => W.Unsqueeze(3) },
        { "permute: w [3, 4] has 2 axes, and [0] names 1", () => W.Permute(0) },
        { "permute: axis 1 of w [3, 4] is named twice", () => W.Permute(1, 1) },
        { "movedim: 1 axes of w [3, 4] cannot go to 2 places", () => W.MoveDim([0], [1, 0]) },
        { "narrow: 2 positions from 4 exceed axis 0 of x [5], which has length 5", () => X.Narrow(0, 4, 2) },
        { "select: position 5 is out of bounds for axis 0 of x [5]", () => X.Select(0, 5) },
        { "diagonal: axis -2 of w [3, 4] is named twice", () => W.Diagonal(0, 0, -2) },
        { "unfold: windows of 6 in steps of 1 do not fit axis 0 of x [5]", () => X.Unfold(0, 6, 1) },
        { "cat: there are no tensors to join", () => Tensor.Cat([]) },
        { "cat: c [] has no axis to join along; Stack makes a new one", () => Tensor.Cat([Number, Number]) },
        { "cat: w [3, 4] and x [5] have different numbers of axes", () => Tensor.Cat([W, X]) },
        { "cat: w [3, 4] and a tensor [4, 3] do not join along axis 1: axis 0 is 3 against 4", () => Tensor.Cat([W, W.T], 1) },
        { "stack: w [3, 4] and x [5] differ in shape", () => Tensor.Stack([W, X]) },
        { "split: parts of lengths [2, 2] do not make up axis 0 of x [5], which has length 5", () => X.Split([2, 2]) },
        { "split: axis 0 of x [5] cannot be cut in parts of length 0", () => X.Split(0) },
        { "chunk: x [5] cannot be cut in 0 parts", () => X.Chunk(0) },
        { "unbind: c [] has no axis to cut", () => Number.Unbind() },
        { "repeat: w [3, 4] cannot be repeated [2] times", () => W.Repeat(2) },
        { "repeat_interleave: counts x [5] float32 do not fit axis 0 of w [3, 4]; they must be int64 [3]", () => W.RepeatInterleave(X, 0) },
        { "repeat_interleave: a count of -1 is negative", () => X.RepeatInterleave(-1) },
        { "flip: x [5] has no axis 1", () => X.Flip(1) },
        { "roll: 2 shifts of w [3, 4] need as many axes, not 1", () => W.Roll([1, 2], [0]) },
        { "rot90: a plane has two axes, not 3", () => W.Unsqueeze(-1).Rot90(1, [0, 1, 2]) },
        { "tril: x [5] has no matrices", () => X.Tril() },
        { "diag: a tensor [3, 4, 1] is neither a vector nor a matrix", () => W.Unsqueeze(-1).Diag() },
        { "diag_embed: matrices of w [3, 4] cannot lie along axes 1 and -2", () => W.DiagEmbed(0, 1, -2) },
        { "meshgrid: w [3, 4] must be a vector", () => Tensor.Meshgrid([W]) },
        { "meshgrid: indexing \"yx\" is unknown", () => Tensor.Meshgrid([X], "yx") },
        { "pad: [1] is not two lengths for each of at most 1 axes of x [5]", () => Functional.Pad(X, [1]) },
        { "pad: -3 before and -3 behind leave nothing of axis 0 of x [5]", () => Functional.Pad(X, [-3, -3]) },
        { "pad: axis 0 of x [5] is too short for 5 before and 0 behind in mode \"reflect\"", () => Functional.Pad(X, [5, 0], "reflect") },
        { "pad: mode \"edge\" is unknown", () => Functional.Pad(X, [1, 1], "edge") },
    };

    [Theory]
    [MemberData(nameof(Misuses))]
    public void A_misuse_is_named_with_its_values_and_the_remedy(string message, Action misuse) =>
        Assert.Contains(message, Assert.Throws<ArgumentException>(misuse).Message);

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
