using NotebookGrad.Tests.OpInfo;

namespace NotebookGrad.Tests.Operations;

/// <summary>How gradients are pulled, as it is written for people, is how the engine pulls them.</summary>
public class PullbackTests
{
    private static readonly Tensor A = Leaf([3, 4], 1);
    private static readonly Tensor B = Leaf([4, 2], 2);
    private static readonly Tensor Square = (Cotangent.Of(Tensor.Zeros([3, 3], dtype: DType.Float64), 3) + (3 * Tensor.Eye(3, dtype: DType.Float64))).RequiresGrad_();
    private static readonly Tensor Images = Leaf([2, 3, 6, 6], 4);
    private static readonly Tensor Kernels = Leaf([4, 3, 3, 3], 5);

    /// <summary>A template, a result, the operand that it is for, and the template's expression in tensors.</summary>
    public static TheoryData<string, Tensor, int, Func<Tensor, Tensor[], Tensor, Tensor>> Rows() => new()
    {
        { "{g}·{1}ᵀ", A.MatMul(B), 0, (g, x, _) => g.MatMul(x[1].T) },
        { "{0}ᵀ·{g}", A.MatMul(B), 1, (g, x, _) => x[0].T.MatMul(g) },
        { "{g} repeated", A.Sum(0), 0, (g, x, _) => g.Expand(x[0].Shape) },
        { "{g}/n repeated", A.Mean(0), 0, (g, x, _) => (g / 3).Expand(x[0].Shape) },
        { "{y}·({g} − Σ {g}·{y})", A.Softmax(1), 0, (g, _, y) => y * (g - (g * y).Sum(1, keepDim: true)) },
        { "{g} − e^{y}·Σ {g}", A.LogSoftmax(1), 0, (g, _, y) => g - (y.Exp() * g.Sum(1, keepDim: true)) },
        { "{g} summed from the end", A.CumSum(0), 0, (g, _, _) => g.Flip(0).CumSum(0).Flip(0) },
        { "{g} shared by the elements equal to {y}, 0 elsewhere", A.Amax(1), 0, (g, x, y) => g.Unsqueeze(1) * x[0].Eq(y.Unsqueeze(1)).To(DType.Float64) },
        { "{g} into its place, 0 elsewhere", A.Max(1).Values, 0, (g, x, y) => g.Unsqueeze(1) * x[0].Eq(y.Unsqueeze(1)).To(DType.Float64) },
        { "sum of {g}", A.Expand(5, 3, 4), 0, (g, _, _) => g.Sum(0) },
        { "{g} reshaped", A.Reshape(2, 6), 0, (g, x, _) => g.Reshape(x[0].Shape) },
        { "{g}ᵀ", A.T, 0, (g, _, _) => g.T },
        { "{g} permuted back", Images.Permute(1, 2, 3, 0), 0, (g, _, _) => g.Permute(3, 0, 1, 2) },
        { "{g} flipped", A.Flip(1), 0, (g, _, _) => g.Flip(1) },
        { "{g} rolled back", A.Roll(1, 1), 0, (g, _, _) => g.Roll(-1, 1) },
        { "sum of {g} over the copies", A.Repeat(2, 1), 0, (g, _, _) => g[..3] + g[3..] },
        { "tril({g})", A.Tril(), 0, (g, _, _) => g.Tril() },
        { "triu({g})", A.Triu(), 0, (g, _, _) => g.Triu() },
        { "{g} into its place, 0 elsewhere", A[1..], 0, (g, _, _) => Functional.Pad(g, [0, 0, 1, 0]) },
        { "{g} added where it was picked, 0 elsewhere", A[Tensor.Of([2L, 0, 2])], 0, (g, _, _) => Tensor.Stack([g[1], Tensor.ZerosLike(g[0]), g[0] + g[2]]) },
        { "{g} added where it was picked, 0 elsewhere", Functional.Pad(A, [0, 0, 1, 0], "replicate"), 0, (g, _, _) => Tensor.Cat([g[..1] + g[1..2], g[2..]]) },
        { "{g} without the frame", Functional.Pad(A, [1, 2]), 0, (g, _, _) => g[.., 1..5] },
        { "its part of {g}", Tensor.Cat([A, A], 0), 1, (g, _, _) => g[3..] },
        { "{g}, 0 where overwritten", Overwritten(), 0, (g, _, _) => Tensor.Cat([Tensor.ZerosLike(g[..1]), g[1..]]) },
        { "{g} where overwritten", Overwritten(), 1, (g, _, _) => g[0] },
        { "−{y}ᵀ·{g}·{y}ᵀ", Linalg.Inv(Square), 0, (g, _, y) => -y.T.MatMul(g).MatMul(y.T) },
        { "−{0}⁻ᵀ·{g}·{y}ᵀ", Linalg.Solve(Square, A), 0, (g, x, y) => -Linalg.Inv(x[0]).T.MatMul(g).MatMul(y.T) },
        { "{0}⁻ᵀ·{g}", Linalg.Solve(Square, A), 1, (g, x, _) => Linalg.Inv(x[0]).T.MatMul(g) },
        { "{g} ⋆ᵀ {1}", Functional.Conv2d(Images, Kernels), 0, (g, x, _) => Functional.ConvTranspose2d(g, x[1]) },
        { "{g}/n into each window", Functional.AvgPool2d(Images, 2), 0, (g, _, _) => (g / 4).RepeatInterleave(2, 2).RepeatInterleave(2, 3) },
        { "{g} into the greatest of each window, 0 elsewhere", Functional.MaxPool2d(Images, 2), 0, (g, x, y) => Doubled(g) * Doubled(y).Eq(x[0]).To(DType.Float64) },
        { "{g} converted back", A.To(DType.Float32), 0, (g, _, _) => g.To(DType.Float64) },
    };

    [Theory]
    [MemberData(nameof(Rows), DisableDiscoveryEnumeration = true)]
    public void A_pullback_is_what_is_written(string template, Tensor y, int operand, Func<Tensor, Tensor[], Tensor, Tensor> expression)
    {
        var node = y.Node!;
        Assert.Equal(template, node.Notation!.Pullbacks[operand]);
        var gradient = Cotangent.Of(y.Detach(), 9);
        var pulled = node.Operation!.Pull(new(node), operand, gradient).SumTo(node.Operands[operand].Shape);
        var written = expression(gradient, [.. node.Operands.Select(x => x.Value!.Detach())], y.Detach());
        Assert.Equal(pulled.Shape, written.Shape);
        Assert.True(pulled.AllClose(written, 1e-10, 1e-10), $"{template}: {pulled} {written}");
    }

    private static Tensor Leaf(Shape shape, int number) =>
        Cotangent.Of(Tensor.Zeros(shape, dtype: DType.Float64), number).RequiresGrad_();

    private static Tensor Doubled(Tensor x) => x.RepeatInterleave(2, 2).RepeatInterleave(2, 3);

    private static Tensor Overwritten()
    {
        var y = A.Clone();
        y[0] = A[1] * 2;
        return y;
    }
}
