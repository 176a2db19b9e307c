namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/linear_algebra.py</c> in NotebookGrad's words.</summary>
internal static class LinearAlgebraRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["linalg.inv"] = x => Linalg.Inv(x[0]),
        ["linalg.inv batched"] = x => x[0].Inverse(),
        ["linalg.solve"] = x => Linalg.Solve(x[0], x[1]),
        ["linalg.solve vector"] = x => Linalg.Solve(x[0], x[1]),
        ["linalg.solve broadcast"] = x => Linalg.Solve(x[0], x[1]),
        ["linalg.solve right"] = x => Linalg.Solve(x[0], x[1], left: false),
        ["linalg.solve_triangular"] = x => Linalg.SolveTriangular(x[0], x[1], upper: true),
        ["linalg.solve_triangular right"] = x => Linalg.SolveTriangular(x[0], x[1], upper: false, left: false),
        ["linalg.solve_triangular unit"] = x => Linalg.SolveTriangular(x[0], x[1], upper: false, unitriangular: true),
        ["linalg.lstsq"] = x => Linalg.Lstsq(x[0], x[1]).Solution,
        ["linalg.lstsq underdetermined"] = x => Linalg.Lstsq(x[0], x[1]).Solution,
        ["linalg.cholesky"] = x => Linalg.Cholesky(Positive(x[0])),
        ["linalg.cholesky upper"] = x => Linalg.Cholesky(Positive(x[0]), upper: true),
        ["cholesky_solve"] = x => x[0].CholeskySolve(Linalg.Cholesky(Positive(x[1]))),
        ["cholesky_inverse"] = x => Linalg.Cholesky(Positive(x[0]), upper: true).CholeskyInverse(upper: true),
        ["linalg.qr"] = x => SideBySide(Linalg.Qr(x[0])),
        ["linalg.qr tall"] = x => Linalg.Qr(x[0]) is var (q, r) ? q.Sin().MatMul(r.Cos()) : null!,
        ["linalg.qr wide"] = x => SideBySide(Linalg.Qr(x[0])),
        ["linalg.qr complete"] = x => SideBySide(Linalg.Qr(x[0], "complete")),
        ["linalg.qr of a triangle"] = x => SideBySide(Linalg.Qr(x[0].Triu())),
        ["linalg.svd"] = x => OfSingularValues(Linalg.Svd(x[0])),
        ["linalg.svd tall"] = x => OfSingularValues(Linalg.Svd(x[0], fullMatrices: false)),
        ["linalg.svd wide"] = x => OfSingularValues(Linalg.Svd(x[0])),
        ["linalg.svdvals"] = x => Linalg.SvdVals(x[0]),
        ["linalg.eigh"] = x => OfEigenvalues(Linalg.Eigh(Symmetric(x[0]))),
        ["linalg.eigh upper"] = x => OfEigenvalues(Linalg.Eigh(Symmetric(x[0]), "U")),
        ["linalg.eigvalsh"] = x => Linalg.EigValsh(Symmetric(x[0])),
        ["linalg.det"] = x => Linalg.Det(x[0]),
        ["linalg.det singular"] = x => x[0].Det(),
        ["logdet"] = x => x[0].LogDet(),
        ["linalg.slogdet"] = x => Linalg.SlogDet(-x[0]).LogAbsDet,
        ["linalg.matrix_exp"] = x => x[0].MatrixExp(),
        ["linalg.pinv"] = x => Linalg.Pinv(x[0]),
        ["linalg.pinv hermitian"] = x => Linalg.Pinv(Symmetric(x[0]), hermitian: true),
        ["linalg.matrix_power"] = x => x[0].MatrixPower(5),
        ["linalg.matrix_power negative"] = x => x[0].MatrixPower(-3),
        ["linalg.multi_dot"] = x => Linalg.MultiDot(x),
        ["trace"] = x => x[0].Trace().Pow(2),
        ["trace transposed"] = x => x[0].T.Trace().Pow(2),
        ["kron"] = x => x[0].Kron(x[1]),
        ["kron of ranks"] = x => x[0].Kron(x[1]),
        ["linalg.matrix_norm fro"] = x => Linalg.MatrixNorm(x[0]),
        ["linalg.matrix_norm nuc"] = x => Linalg.MatrixNorm(x[0], "nuc", keepDim: true),
        ["linalg.matrix_norm 2"] = x => Linalg.MatrixNorm(x[0], 2, [2, 0]),
        ["linalg.matrix_norm -2"] = x => Linalg.MatrixNorm(x[0], -2),
        ["linalg.matrix_norm 1"] = x => Linalg.Norm(x[0], 1, [-2, -1]).Pow(2),
        ["linalg.matrix_norm -inf"] = x => Linalg.Norm(x[0], double.NegativeInfinity, keepDim: true).Pow(2),
        ["linalg.cond"] = x => Linalg.Cond(x[0]),
        ["linalg.cond fro"] = x => Linalg.Cond(x[0], "fro"),
    };

    private static Tensor Positive(Tensor a) =>
        a.MatMul(a.MT) + (2 * Tensor.Eye(a.Shape[^1], dtype: a.DType, device: a.Device));

    private static Tensor Symmetric(Tensor a)
    {
        double[] powers = [.. Enumerable.Range(0, a.Shape[^1]).Select(i => Math.Pow(2, i))];
        return a + a.MT + Tensor.Of(powers, dtype: a.DType, device: a.Device).DiagEmbed();
    }

    private static Tensor SideBySide(QrFactors factors) => Tensor.Cat([factors.Q, factors.R], -1);

    private static Tensor OfSingularValues(SvdFactors factors)
    {
        var (u, s, vh) = factors;
        var k = s.Shape[^1];
        return (u.Narrow(-1, 0, k) * s.Exp().Unsqueeze(-2)).MatMul(vh.Narrow(-2, 0, k));
    }

    private static Tensor OfEigenvalues(EighFactors factors)
    {
        var (values, vectors) = factors;
        return (vectors * values.Sin().Unsqueeze(-2)).MatMul(vectors.MT);
    }
}
