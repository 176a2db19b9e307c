namespace NotebookGrad.Tests.OpInfo;

/// <summary>Decompositions, and what is made of them.</summary>
internal static class LinearAlgebraAdapters
{
    public static Adapters All { get; } = new()
    {
        { "linalg.inv", s => Linalg.Inv(s.Tensor(0)) },
        { "linalg.solve", s => Linalg.Solve(s.Tensor(0), s.Tensor(1), s.Bool(2, "left", true)) },
        {
            "linalg.solve_triangular",
            s => Linalg.SolveTriangular(s.Tensor(0), s.Tensor(1), s.Bool(-1, "upper"), s.Bool(-1, "left", true), s.Bool(-1, "unitriangular"))
        },
        {
            "triangular_solve",
            s => [Linalg.SolveTriangular(s.Tensor(1), s.Tensor(0), s.Bool(2, "upper", true)), s.Tensor(1).Clone()]
        },
        { "linalg.lstsq", LeastSquares },
        { "linalg.lstsq.grad_oriented", s => Linalg.Lstsq(s.Ignoring("driver").Tensor(0), s.Tensor(1)).Solution },
        { "linalg.cholesky", s => Linalg.Cholesky(s.Tensor(0), s.Bool(1, "upper")) },
        { "cholesky", s => Linalg.Cholesky(s.Tensor(0), s.Bool(1, "upper")) },
        {
            "cholesky_solve",
            s => s.LeaveOut(s.Tensor(1).Shape.Count > 0, "PyTorch's gradient reaches into the triangle that is not read")
                .Tensor(0).CholeskySolve(s.Tensor(1), s.Bool(2, "upper"))
        },
        { "cholesky_inverse", s => Triangle(s.Tensor(0), s.Bool(1, "upper")).CholeskyInverse(s.Bool(1, "upper")) },
        { "linalg.qr", Qr },
        { "qr", Qr },
        { "linalg.svd", s => GaugeFree(s, Linalg.Svd(s.Tensor(0), s.Bool(1, "full_matrices", true))) },
        { "svd", s => GaugeFree(s, Linalg.Svd(s.Tensor(0), !s.Bool(1, "some", true))) },
        { "linalg.svdvals", s => Linalg.SvdVals(s.Tensor(0)) },
        { "linalg.eigh", s => GaugeFree(Linalg.Eigh(s.Tensor(0), s.Text(1, "UPLO", "L"))) },
        { "symeig", s => GaugeFree(Linalg.Eigh(s.Ignoring("eigenvectors").Tensor(0), s.Bool(2, "upper", true) ? "U" : "L")) },
        { "linalg.eigvalsh", s => Linalg.EigValsh(s.Tensor(0), s.Text(1, "UPLO", "L")) },
        { "linalg.det", s => Linalg.Det(s.Tensor(0)) },
        { "linalg.det.singular", s => Linalg.Det(s.Tensor(0)) },
        { "logdet", s => s.Tensor(0).LogDet() },
        { "linalg.slogdet", SlogDet },
        { "matrix_exp", s => Linalg.MatrixExp(s.Tensor(0)) },
        { "linalg.matrix_power", s => Linalg.MatrixPower(s.Tensor(0), s.Int(1)) },
        { "linalg.matrix_norm", MatrixNorm },
        { "linalg.norm", Norm },
        { "norm.nuc", MatrixNorm },
        { "pinverse", s => s.Tensor(0).Pinverse() },
        { "linalg.pinv", s => Linalg.Pinv(s.Tensor(0), rtol: Relative(s)) },
        { "linalg.pinv.hermitian", s => Linalg.Pinv(s.Tensor(0), hermitian: s.Bool(-1, "hermitian")) },
        { "linalg.pinv.singular", s => Linalg.Pinv(s.Tensor(0).MatMul(s.Tensor(1).MT)) },
        { "linalg.multi_dot", s => Linalg.MultiDot(s.Tensors(0)) },
        { "trace", s => s.Tensor(0).Trace() },
        { "kron", s => s.Tensor(0).Kron(s.Tensor(1)) },
    };

    private static Tensor[] LeastSquares(Sample sample)
    {
        var (solution, residuals, rank, values) = Linalg.Lstsq(sample.Tensor(0), sample.Tensor(1));
        var driver = sample.Text(-1, "driver", "gelsy");
        var nothing = Tensor.Zeros([0], dtype: solution.DType);
        return
        [
            solution,
            driver == "gelsy" ? nothing : residuals,
            driver == "gels" ? Tensor.Zeros([0], dtype: DType.Int64) : rank,
            driver is "gelsd" or "gelss" ? values : nothing,
        ];
    }

    private static Tensor MatrixNorm(Sample sample)
    {
        var (x, dim, keepDim) = (sample.Tensor(0), sample.IntsOrNull(2, "dim"), sample.Bool(3, "keepdim"));
        return sample[1, "ord"] is string name
            ? Linalg.MatrixNorm(x, name, dim, keepDim)
            : Linalg.MatrixNorm(x, sample.Double(1, "ord"), dim, keepDim);
    }

    private static Tensor Norm(Sample sample)
    {
        var (x, dim, keepDim) = (sample.Tensor(0), sample.IntsOrNull(2, "dim"), sample.Bool(3, "keepdim"));
        return sample[1, "ord"] is string name
            ? Linalg.Norm(x, name, dim, keepDim)
            : Linalg.Norm(x, sample.DoubleOrNull(1, "ord"), dim, keepDim);
    }

    private static Tensor[] Qr(Sample sample)
    {
        var (q, r) = Linalg.Qr(sample.Tensor(0), sample.Text(1, "mode", "reduced"));
        return [q, r];
    }

    private static Tensor[] SlogDet(Sample sample)
    {
        var (sign, logarithm) = Linalg.SlogDet(sample.Tensor(0));
        return [sign, logarithm];
    }

    // What PyTorch's samples look at, for signs are free.
    private static Tensor[] GaugeFree(Sample sample, SvdFactors factors)
    {
        var (u, s, vh) = factors;
        var k = s.Shape[^1];
        (u, vh) = (u.Narrow(-1, 0, k), vh.Narrow(-2, 0, k));
        return sample.Stored.Process switch
        {
            "fn_U" => [u.Abs()],
            "fn_S" => [s],
            "fn_Vh" => [s, vh.Abs()],
            "fn_UVh" => [u.MatMul(vh), s],
            var other => throw new InvalidOperationException($"unknown: {other}"),
        };
    }

    private static Tensor[] GaugeFree(EighFactors factors) => [factors.Eigenvalues, factors.Eigenvectors.Abs()];

    // What PyTorch's samples make of a matrix: a triangle with ones on the diagonal.
    private static Tensor Triangle(Tensor x, bool upper) =>
        (upper ? x.Triu(1) : x.Tril(-1)) + Tensor.Eye(x.Shape[^1], dtype: x.DType);

    private static double? Relative(Sample sample) => sample.IsTensor(-1, "rtol")
        ? sample.Tensor(-1, "rtol").Item<double>()
        : sample.DoubleOrNull(-1, "rtol");
}
