using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Norms, and the condition number that two of them make.</content>
public static partial class Linalg
{
    /// <summary>
    /// The norm of vectors: (Σ|x|ᵖ)^(1/p), for ±∞ the greatest or least |x|, for 0 the number of non-zeros.
    /// </summary>
    /// <param name="x">The vectors, along one or more axes.</param>
    /// <param name="ord">p.</param>
    /// <param name="dim">The axes, all if not given.</param>
    /// <param name="keepDim">Whether they stay with length 1.</param>
    /// <exception cref="ArgumentException">There is no such axis, or the numbers are not real.</exception>
    public static Tensor VectorNorm(Tensor x, double ord = 2, int[]? dim = null, bool keepDim = false) =>
        x.Norm(ord, dim, keepDim);

    /// <summary>The norm of vectors along one axis.</summary>
    /// <exception cref="ArgumentException">There is no such axis, or the numbers are not real.</exception>
    public static Tensor VectorNorm(Tensor x, double ord, int dim, bool keepDim = false) =>
        VectorNorm(x, ord, [dim], keepDim);

    /// <summary>
    /// A norm of matrices by its name: <c>fro</c>, the root of the sum of squares, or <c>nuc</c>, the sum of the
    /// singular values.
    /// </summary>
    /// <param name="a">The matrices.</param>
    /// <param name="ord">The name.</param>
    /// <param name="dim">The axes of rows and columns, the last two if not given.</param>
    /// <param name="keepDim">Whether they stay with length 1.</param>
    /// <exception cref="ArgumentException">There is no such norm or axis, or the numbers are not real.</exception>
    public static Tensor MatrixNorm(Tensor a, string ord = "fro", int[]? dim = null, bool keepDim = false)
    {
        var (rows, columns) = MatrixAxes(a, dim);
        return ord switch
        {
            "fro" => a.Norm(2, [rows, columns], keepDim),
            "nuc" => Spectral(a, rows, columns, keepDim, values => values.Sum(-1)),
            _ => throw new ArgumentException(
                $"linalg.matrix_norm: there is no norm \"{ord}\"; ord is \"fro\", \"nuc\", ±1, ±2 or ±infinity"),
        };
    }

    /// <summary>
    /// A norm of matrices by its number: for 1 the greatest sum of a column's absolute values, for ∞ of a row's, for 2
    /// the greatest singular value; the least for −1, −∞ and −2.
    /// </summary>
    /// <param name="a">The matrices.</param>
    /// <param name="ord">The number.</param>
    /// <param name="dim">The axes of rows and columns, the last two if not given.</param>
    /// <param name="keepDim">Whether they stay with length 1.</param>
    /// <exception cref="ArgumentException">There is no such norm or axis, or the numbers are not real.</exception>
    public static Tensor MatrixNorm(Tensor a, double ord, int[]? dim = null, bool keepDim = false)
    {
        var (rows, columns) = MatrixAxes(a, dim);
        switch (Math.Abs(ord))
        {
            case 2:
                return Spectral(a, rows, columns, keepDim, values => ord > 0 ? values.Amax(-1) : values.Amin(-1));
            case 1 or double.PositiveInfinity:
                var (summed, searched) = Math.Abs(ord) == 1 ? (rows, columns) : (columns, rows);
                var sums = a.Abs().Sum(summed, keepDim: true);
                var extreme = ord > 0 ? sums.Amax(searched, keepDim: true) : sums.Amin(searched, keepDim: true);
                return keepDim ? extreme : Without(extreme, rows, columns);
            default:
                throw new ArgumentException(
                    $"linalg.matrix_norm: there is no norm {ord}; ord is \"fro\", \"nuc\", ±1, ±2 or ±infinity");
        }
    }

    /// <summary>
    /// The norm of a vector, or of a matrix if a number is given and there are two axes; without a number that of all
    /// elements as one vector.
    /// </summary>
    /// <param name="x">The vectors or matrices.</param>
    /// <param name="ord">The number of the norm; Euclid's if not given.</param>
    /// <param name="dim">One axis for vectors, two for matrices; all if not given.</param>
    /// <param name="keepDim">Whether they stay with length 1.</param>
    /// <exception cref="ArgumentException">There is no such norm or axis, or the numbers are not real.</exception>
    public static Tensor Norm(Tensor x, double? ord = null, int[]? dim = null, bool keepDim = false) =>
        (ord, dim?.Length ?? x.Shape.Rank) switch
        {
            ({ } number, 2) => MatrixNorm(x, number, dim, keepDim),
            ({ } number, > 2) => throw new ArgumentException(
                $"linalg.norm: with ord {number} the axes of {x.Describe()} must be one of vectors or two of matrices; "
                + "name them with dim"),
            _ => VectorNorm(x, ord ?? 2, dim, keepDim),
        };

    /// <summary>The norm of vectors along one axis; Euclid's if no number is given.</summary>
    /// <exception cref="ArgumentException">There is no such axis, or the numbers are not real.</exception>
    public static Tensor Norm(Tensor x, double? ord, int dim, bool keepDim = false) => Norm(x, ord, [dim], keepDim);

    /// <summary>A norm of matrices by its name, as <see cref="MatrixNorm(Tensor, string, int[], bool)"/>.</summary>
    /// <exception cref="ArgumentException">There is no such norm or axis, or the numbers are not real.</exception>
    public static Tensor Norm(Tensor x, string ord, int[]? dim = null, bool keepDim = false) =>
        MatrixNorm(x, ord, dim, keepDim);

    /// <summary>
    /// The condition number ‖A‖·‖A⁻¹‖: how many times greater relative errors can become. Infinite for singular
    /// matrices.
    /// </summary>
    /// <param name="a">Matrices, square but for p = ±2.</param>
    /// <param name="p">The number of the norm: ±1, ±2 or ±∞.</param>
    /// <exception cref="ArgumentException">The matrices are not square, or there is no such norm.</exception>
    public static Tensor Cond(Tensor a, double p = 2)
    {
        if (Math.Abs(p) != 2)
        {
            return MatrixNorm(a, p) * MatrixNorm(InverseOrInfinite(a), p);
        }

        var values = SvdVals(a.Matrices("linalg.cond"));
        var (greatest, least) = (values.Select(-1, 0), values.Select(-1, values.Shape[^1] - 1));
        return p > 0 ? greatest / least : least / greatest;
    }

    /// <summary>The condition number in a norm by its name, <c>fro</c> or <c>nuc</c>.</summary>
    /// <exception cref="ArgumentException">The matrices are not square, or there is no such norm.</exception>
    public static Tensor Cond(Tensor a, string p) => MatrixNorm(a, p) * MatrixNorm(InverseOrInfinite(a), p);

    private static Tensor InverseOrInfinite(Tensor a) =>
        new Inverse(mayBeSingular: true).Apply(a.SquareMatrices("linalg.cond"));

    private static (int Rows, int Columns) MatrixAxes(Tensor a, int[]? dim)
    {
        const string name = "linalg.matrix_norm";
        a.Matrices(name);
        int[] axes = dim ?? [-2, -1];
        if (axes.Length != 2)
        {
            throw new ArgumentException($"{name}: matrices of {a.Describe()} have two axes, not {axes.Length}");
        }

        var (rows, columns) = (Axes.Number(name, a, axes[0]), Axes.Number(name, a, axes[1]));
        return rows != columns
            ? (rows, columns)
            : throw new ArgumentException($"{name}: axis {axes[0]} of {a.Describe()} is named twice");
    }

    private static Tensor Spectral(Tensor a, int rows, int columns, bool keepDim, Func<Tensor, Tensor> reduce)
    {
        var norm = reduce(SvdVals(a.MoveDim([rows, columns], [-2, -1])));
        return keepDim ? norm.Unsqueeze(Math.Min(rows, columns)).Unsqueeze(Math.Max(rows, columns)) : norm;
    }

    private static Tensor Without(Tensor x, int first, int second) =>
        x.Squeeze(Math.Max(first, second)).Squeeze(Math.Min(first, second));
}
