using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Linear algebra under the names of <c>torch.linalg</c>. Matrices lie in the last two axes, and all axes before them
/// loop; everything is computed in float64 and rounded to the operand's dtype, and can be differentiated any number of
/// times in both modes unless it says otherwise.
/// </summary>
public static partial class Linalg
{
    /// <summary>The inverse of square matrices.</summary>
    /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
    /// <exception cref="InvalidOperationException">One is singular; the message tells which.</exception>
    public static Tensor Inv(Tensor a) => new Inverse().Apply(a.SquareMatrices("linalg.inv"));

    /// <summary>X in A·X = B for square matrices; leading axes broadcast.</summary>
    /// <param name="a">A, shape [..., n, n].</param>
    /// <param name="b">B, shape [..., n, k] (or [..., k, n]); or vectors of A's shape without its last axis.</param>
    /// <param name="left">Whether A stands on the left; if not, X·A = B is solved.</param>
    /// <exception cref="ArgumentException">Shapes or dtypes do not fit.</exception>
    /// <exception cref="InvalidOperationException">A matrix is singular; the message tells which.</exception>
    public static Tensor Solve(Tensor a, Tensor b, bool left = true)
    {
        const string name = "linalg.solve";
        a.SquareMatrices(name);
        if (left && IsVectors(a, b))
        {
            return Solve(a, b.Unsqueeze(-1)).Squeeze(-1);
        }

        RequireLength(name, a, b, left ? ^2 : ^1, a.Shape[^1]);
        return left ? Operations.Solve.Instance.Apply(a, b) : Operations.Solve.Instance.Apply(a.MT, b.MT).MT;
    }

    /// <summary>
    /// X in A·X = B for triangular matrices, of which only the triangle is read; leading axes broadcast.
    /// </summary>
    /// <param name="a">A, shape [..., n, n].</param>
    /// <param name="b">B, shape [..., n, k] (or [..., k, n]).</param>
    /// <param name="upper">Whether the upper triangle is read; if not, the lower.</param>
    /// <param name="left">Whether A stands on the left; if not, X·A = B is solved.</param>
    /// <param name="unitriangular">Whether the diagonal counts as ones, and is not read.</param>
    /// <exception cref="ArgumentException">Shapes or dtypes do not fit.</exception>
    public static Tensor SolveTriangular(
        Tensor a, Tensor b, bool upper, bool left = true, bool unitriangular = false)
    {
        const string name = "linalg.solve_triangular";
        RequireLength(name, a.SquareMatrices(name), b, left ? ^2 : ^1, a.Shape[^1]);
        return left
            ? new TriangularSolve(upper, unitriangular).Apply(a, b)
            : new TriangularSolve(!upper, unitriangular).Apply(a.MT, b.MT).MT;
    }

    /// <summary>
    /// The shortest X for which A·X is closest to B; leading axes broadcast. Computed by singular values (LAPACK's
    /// driver <c>gelsd</c>), so that matrices of any rank have an answer.
    /// </summary>
    /// <param name="a">A, shape [..., m, n].</param>
    /// <param name="b">B, shape [..., m, k]; or vectors of A's shape without its last axis.</param>
    /// <param name="rcond">
    /// Singular values up to this part of the greatest count as zero; rounding error times the longer side if not
    /// given.
    /// </param>
    /// <exception cref="ArgumentException">Shapes or dtypes do not fit.</exception>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static LstsqResult Lstsq(Tensor a, Tensor b, double? rcond = null)
    {
        const string name = "linalg.lstsq";
        a.Matrices(name);
        var isVectors = IsVectors(a, b);
        var right = isVectors ? b.Unsqueeze(-1) : b;
        RequireLength(name, a, right, ^2, a.Shape[^2]);
        var solution = new LeastSquares(Tolerance.Of(a, null, rcond)).Apply(a, right);
        var (rank, values) = (MatrixRank(a, rtol: rcond), SvdVals(a.Detach()));
        var isOverdetermined = a.Shape[^2] > a.Shape[^1]
            && Array.TrueForAll(rank.ToArray<long>(), value => value == a.Shape[^1]);
        var residuals = isOverdetermined
            ? (a.Detach().MatMul(solution.Detach()) - right.Detach()).Pow(2).Sum(-2)
            : Tensor.Zeros([0], dtype: a.DType, device: a.Device);
        return new(isVectors ? solution.Squeeze(-1) : solution, residuals, rank, values);
    }

    /// <summary>
    /// The Moore–Penrose inverse, shape [..., n, m]. Differentiable where the rank does not change.
    /// </summary>
    /// <param name="a">Matrices, shape [..., m, n].</param>
    /// <param name="atol">Singular values up to here count as zero, 0 if not given.</param>
    /// <param name="rtol">
    /// So do those up to this part of the greatest; rounding error times the longer side if neither is given.
    /// </param>
    /// <param name="hermitian">Whether the matrices are symmetric, so that only the lower triangle is read.</param>
    /// <exception cref="ArgumentException">They are no matrices, or not of real numbers.</exception>
    /// <exception cref="InvalidOperationException">An element is infinite or NaN.</exception>
    public static Tensor Pinv(Tensor a, double? atol = null, double? rtol = null, bool hermitian = false)
    {
        const string name = "linalg.pinv";
        return new Pseudoinverse(Tolerance.Of(a.Matrices(name), atol, rtol), hermitian).Apply(
            hermitian ? a.SquareMatrices(name) : a);
    }

    /// <summary>The determinant of square matrices; singular ones have a gradient too.</summary>
    /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
    public static Tensor Det(Tensor a) => Determinant.Instance.Apply(a.SquareMatrices("linalg.det"));

    /// <summary>
    /// The sign of the determinant of square matrices and the logarithm of its absolute value, without overflow.
    /// </summary>
    /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
    public static SlogDetResult SlogDet(Tensor a)
    {
        var logarithm = new LogDeterminant(ofAbsolute: true).Apply(a.SquareMatrices("linalg.slogdet"));
        return new(new MatrixBatch("linalg.slogdet", a).Map((matrix, _) => new LuFactors(matrix).Sign), logarithm);
    }

    // Vectors stand for one column each where their shape is A's without its last axis.
    private static bool IsVectors(Tensor a, Tensor b) =>
        b.Shape.Rank == 1 || (b.Shape.Rank == a.Shape.Rank - 1 && b.Shape.Lengths.SequenceEqual(a.Shape.Lengths[..^1]));

    private static void RequireLength(string operation, Tensor a, Tensor b, Index axis, int length)
    {
        if (b.Matrices(operation).DType != a.DType)
        {
            throw new ArgumentException(
                $"{operation}: {a.Describe()} is {a.DType.Text} and {b.Describe()} {b.DType.Text}; convert one with "
                + ".To(dtype)");
        }

        if (b.Shape[axis] != length)
        {
            throw new ArgumentException(
                $"{operation}: {b.Describe()} has {b.Shape[axis]} {(axis.Value == 2 ? "rows" : "columns")}, and "
                + $"{a.Describe()} needs {length}");
        }
    }
}
