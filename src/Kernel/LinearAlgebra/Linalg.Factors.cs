using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Decompositions.</content>
public static partial class Linalg
{
    /// <summary>
    /// L, lower triangular with a positive diagonal and L·Lᵀ = A; only the lower triangle of A is read.
    /// </summary>
    /// <param name="a">Symmetric positive-definite matrices, shape [..., n, n].</param>
    /// <param name="upper">Whether Lᵀ is wanted, of A's upper triangle.</param>
    /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
    /// <exception cref="InvalidOperationException">One is not positive-definite; the message tells which.</exception>
    public static Tensor Cholesky(Tensor a, bool upper = false)
    {
        a.SquareMatrices("linalg.cholesky");
        return upper ? CholeskyFactor.Instance.Apply(a.MT).MT : CholeskyFactor.Instance.Apply(a);
    }

    /// <summary>A = Q·R with orthonormal columns and an upper triangle, with the signs of LAPACK.</summary>
    /// <param name="a">Matrices, shape [..., m, n].</param>
    /// <param name="mode">
    /// <c>reduced</c> (Q of min(m, n) columns), <c>complete</c> (of m; no gradient if m > n) or <c>r</c> (an empty Q).
    /// </param>
    /// <exception cref="ArgumentException">
    /// They are no matrices, not of real numbers, or there is no such mode.
    /// </exception>
    public static QrFactors Qr(Tensor a, string mode = "reduced")
    {
        a.Matrices("linalg.qr");
        if (mode is not ("reduced" or "complete" or "r"))
        {
            throw new ArgumentException($"linalg.qr: there is no mode \"{mode}\", only reduced, complete and r");
        }

        var operation = new Orthogonal(a.Shape, mode == "complete");
        var packed = operation.Apply(a);
        var q = mode == "r" ? Tensor.Zeros([0], dtype: a.DType, device: a.Device) : operation.Q(packed);
        return new(q, operation.R(packed));
    }

    /// <summary>
    /// A = U·diag(S)·Vh, S descending. The signs of singular vectors are free, and so is a basis where singular values
    /// are equal: only what does not depend on either has a meaningful gradient. Where values are equal or zero a
    /// gradient through U or Vh is infinite; one through S alone is not.
    /// </summary>
    /// <param name="a">Matrices, shape [..., m, n].</param>
    /// <param name="fullMatrices">
    /// Whether U is [m, m] and Vh [n, n], with vectors beyond min(m, n) that have no gradient.
    /// </param>
    /// <exception cref="ArgumentException">They are no matrices, or not of real numbers.</exception>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static SvdFactors Svd(Tensor a, bool fullMatrices = true)
    {
        var operation = new SingularValues(a.Matrices("linalg.svd").Shape, fullMatrices);
        var (u, s, vh) = operation.Parts(operation.Apply(a));
        return new(u, s, vh);
    }

    /// <summary>The singular values of matrices, descending.</summary>
    /// <exception cref="ArgumentException">They are no matrices, or not of real numbers.</exception>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static Tensor SvdVals(Tensor a) => Svd(a, fullMatrices: false).S;

    /// <summary>
    /// A = V·diag(λ)·Vᵀ for symmetric matrices, λ ascending. The signs of eigenvectors are free, and so is a basis
    /// where eigenvalues are equal: as with <see cref="Svd"/>. The gradient is symmetric.
    /// </summary>
    /// <param name="a">Symmetric matrices, shape [..., n, n].</param>
    /// <param name="uplo">Which triangle is read: <c>L</c> or <c>U</c>.</param>
    /// <exception cref="ArgumentException">They are not square, not of real numbers, or uplo is neither.</exception>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static EighFactors Eigh(Tensor a, string uplo = "L")
    {
        a.SquareMatrices("linalg.eigh");
        if (uplo is not ("L" or "U"))
        {
            throw new ArgumentException($"linalg.eigh: uplo is \"{uplo}\"; it must be \"L\" or \"U\"");
        }

        var operation = new SymmetricEigen(a.Shape);
        var packed = operation.Apply(uplo == "U" ? a.MT : a);
        return new(operation.Values(packed), operation.Vectors(packed));
    }

    /// <summary>The eigenvalues of symmetric matrices, ascending.</summary>
    /// <param name="a">Symmetric matrices, shape [..., n, n].</param>
    /// <param name="uplo">Which triangle is read: <c>L</c> or <c>U</c>.</param>
    /// <exception cref="ArgumentException">They are not square, not of real numbers, or uplo is neither.</exception>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static Tensor EigValsh(Tensor a, string uplo = "L") => Eigh(a, uplo).Eigenvalues;

    /// <summary>How many singular values do not count as zero, int64.</summary>
    /// <param name="a">Matrices, shape [..., m, n].</param>
    /// <param name="atol">Singular values up to here count as zero, 0 if not given.</param>
    /// <param name="rtol">
    /// So do those up to this part of the greatest; rounding error times the longer side if neither is given.
    /// </param>
    /// <param name="hermitian">Whether the matrices are symmetric, so that only the lower triangle is read.</param>
    /// <exception cref="ArgumentException">They are no matrices, or not of real numbers.</exception>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static Tensor MatrixRank(Tensor a, double? atol = null, double? rtol = null, bool hermitian = false)
    {
        const string name = "linalg.matrix_rank";
        var tolerance = Tolerance.Of(a.Matrices(name), atol, rtol);
        var batch = new MatrixBatch(name, hermitian ? a.SquareMatrices(name) : a);
        return batch.Map((matrix, i) => TruncatedSvd.Of(name, batch, i, matrix, hermitian, tolerance).Rank)
            .To(DType.Int64);
    }
}
