namespace NotebookGrad.Tests.LinearAlgebra;

/// <summary>Misuses of functions of matrices; <see cref="Tensors.MisuseTests"/> says how to read them.</summary>
public static class LinalgMisuses
{
    private static readonly Tensor W = Tensor.Of(new double[,,] { { { 1, 2 }, { 3, 4 } }, { { 1, 2 }, { 2, 4 } } }).Named("w");
    private static readonly Tensor Wide = Tensor.Zeros(2, 3).Named("x");

    public static TheoryData<string, Action> Rows() => new()
    {
        { "linalg.inv: matrix [1] of w [2, 2, 2] is singular (pivot 2 is zero), so that there is no unique answer; use Linalg.Pinv for a pseudoinverse, or add a small multiple of the identity", () => W.Inverse() },
        { "linalg.solve: matrix [1] of w [2, 2, 2] is singular (pivot 2 is zero), so that there is no unique answer; use Linalg.Lstsq for the best approximation, or add a small multiple of the identity", () => Linalg.Solve(W, Tensor.Zeros(2, 1, dtype: DType.Float64)) },
        { "linalg.solve: matrix [1, 0] of v [2, 1, 1, 1] is singular (pivot 1 is zero), so that there is no unique answer; use Linalg.Lstsq for the best approximation, or add a small multiple of the identity", () => Linalg.Solve(Tensor.Of(new[,,,] { { { { 1.0 } } }, { { { 0 } } } }).Named("v"), Tensor.Zeros([3, 2, 5, 1, 4], dtype: DType.Float64)) },
        { "linalg.inv: a tensor [2, 2] is singular (pivot 1 is zero), so that there is no unique answer; use Linalg.Pinv for a pseudoinverse, or add a small multiple of the identity", () => Linalg.Inv(Tensor.Zeros(2, 2)) },
        { "linalg.cholesky: matrix [0] of w [2, 2, 2] is not positive-definite: its leading minor of order 2 is not positive. If it should be, add a small multiple of the identity", () => Linalg.Cholesky(W) },
        { "linalg.inv: x [2, 3] has 2 rows and 3 columns; it must be square", () => Wide.Inverse() },
        { "linalg.det: v [4] is no matrix; it needs two axes or, for a batch, more", () => Linalg.Det(Tensor.Zeros(4).Named("v")) },
        { "linalg.svd: n [2, 2] is int64; convert it with .To(DType.Float32) first", () => Linalg.Svd(Tensor.Of(new[,] { { 1, 2 }, { 3, 4 } }).Named("n")) },
        { "linalg.eigh: a tensor [2, 2] has an element NaN, so that no decomposition exists; look where it comes from", () => Linalg.Eigh(Tensor.Full([2, 2], double.NaN)) },
        { "linalg.svd: matrix [0, 1] of a tensor [1, 2, 2, 2] has an element Infinity, so that no decomposition exists; look where it comes from", () => Linalg.Svd(Tensor.Of(new[,,,] { { { { 1.0, 1 }, { 1, 1 } }, { { 1, 1 }, { double.PositiveInfinity, 1 } } } })) },
        { "linalg.solve: a tensor [3, 1] has 3 rows, and w [2, 2, 2] needs 2", () => Linalg.Solve(W, Tensor.Zeros(3, 1, dtype: DType.Float64)) },
        { "linalg.solve: a tensor [1, 3] has 3 columns, and w [2, 2, 2] needs 2", () => Linalg.Solve(W, Tensor.Zeros(1, 3, dtype: DType.Float64), left: false) },
        { "linalg.solve: w [2, 2, 2] is float64 and a tensor [2, 1] float32; convert one with .To(dtype)", () => Linalg.Solve(W, Tensor.Zeros(2, 1)) },
        { "linalg.qr: there is no mode \"full\", only reduced, complete and r", () => Linalg.Qr(W, "full") },
        { "linalg.qr: with mode \"complete\" and more rows than columns Q is not unique, and has no derivative; use mode \"reduced\"", () => Linalg.Qr(Tensor.Ones(3, 2, requiresGrad: true), "complete").Q.Sum().Backward() },
        { "linalg.eigh: uplo is \"x\"; it must be \"L\" or \"U\"", () => Linalg.Eigh(W, "x") },
        { "linalg.multi_dot: a chain needs at least two tensors, not 1", () => Linalg.MultiDot(W) },
        { "linalg.multi_dot: w [2, 2, 2] is not a matrix; only the first and the last may be vectors", () => Linalg.MultiDot(Wide, W, Wide) },
        { "linalg.matrix_norm: there is no norm \"max\"; ord is \"fro\", \"nuc\", ±1, ±2 or ±infinity", () => Linalg.MatrixNorm(W, "max") },
        { "linalg.norm: with ord 1 the axes of w [2, 2, 2] must be one of vectors or two of matrices; name them with dim", () => Linalg.Norm(W, 1) },
        { "linalg.matrix_norm: there is no norm 3; ord is \"fro\", \"nuc\", ±1, ±2 or ±infinity", () => Linalg.MatrixNorm(W, 3) },
        { "linalg.matrix_norm: axis -2 of w [2, 2, 2] is named twice", () => Linalg.MatrixNorm(W, "fro", [-2, 1]) },
        { "trace: w [2, 2, 2] is no matrix; it needs two axes", () => W.Trace() },
        { "mt: v [4] is no matrix; it needs two axes or, for a batch, more", () => _ = Tensor.Zeros(4).Named("v").MT },
    };
}
