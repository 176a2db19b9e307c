using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>The elements copied to other places: repeated, reversed, moved, or among zeros.</summary>
public static class TensorArranging
{
    extension(Tensor)
    {
        /// <summary>
        /// The positions of the lower triangle of a matrix in row-major order: int64 [2, count], rows first.
        /// </summary>
        public static Tensor TrilIndices(int rows, int columns, int offset = 0, Device? device = null) =>
            Positions(new Triangle(lower: true, offset), rows, columns, device);

        /// <summary>
        /// The positions of the upper triangle of a matrix in row-major order: int64 [2, count], rows first.
        /// </summary>
        public static Tensor TriuIndices(int rows, int columns, int offset = 0, Device? device = null) =>
            Positions(new Triangle(lower: false, offset), rows, columns, device);
    }

    extension(Tensor x)
    {
        /// <summary>
        /// The tensor laid side by side, so and so often along each axis; further counts in front make new axes.
        /// </summary>
        /// <exception cref="ArgumentException">There are fewer counts than axes, or one is negative.</exception>
        public Tensor Repeat(params int[] repeats)
        {
            var added = repeats.Length - x.Shape.Rank;
            return added >= 0 && repeats.All(count => count >= 0)
                ? new Repeat(repeats).Apply(x.Reshape([.. Enumerable.Repeat(1, added), .. x.Shape]))
                : throw new ArgumentException(
                    $"repeat: {x.Describe()} cannot be repeated [{string.Join(", ", repeats)}] times; give a count of "
                        + "at least 0 for every axis");
        }

        /// <summary>As <see cref="Repeat"/>; missing counts in front are 1.</summary>
        /// <exception cref="ArgumentException">A count is negative.</exception>
        public Tensor Tile(params int[] dims) =>
            x.Repeat([.. Enumerable.Repeat(1, Math.Max(0, x.Shape.Rank - dims.Length)), .. dims]);

        /// <summary>Each element so and so often in a row, along an axis or, without one, of all elements.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the count is negative.</exception>
        public Tensor RepeatInterleave(int repeats, int? dim = null)
        {
            var lines = dim is null ? x.Flatten() : x.AtLeast1D();
            var length = lines.Shape[Axes.Number("repeat_interleave", lines, dim ?? 0)];
            return lines.RepeatInterleave(Tensor.Full([length], (long)repeats, device: x.Device), dim ?? 0);
        }

        /// <summary>
        /// Each position of an axis as often as its count says; without an axis those of all elements in a row.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// There is no such axis, or the counts are not a vector of int64 of its length, or of length 1, or one is
        /// negative.
        /// </exception>
        public Tensor RepeatInterleave(Tensor repeats, int? dim = null)
        {
            var lines = dim is null ? x.Flatten() : x.AtLeast1D();
            var axis = Axes.Number("repeat_interleave", lines, dim ?? 0);
            var length = lines.Shape[axis];
            if (repeats.DType != DType.Int64 || repeats.Shape.Rank > 1
                || (repeats.Count != 1 && repeats.Count != length))
            {
                throw new ArgumentException(
                    $"repeat_interleave: counts {repeats.Describe()} {repeats.DType.Text} do not fit axis {axis} of "
                        + $"{lines.Describe()}; they must be int64 [{length}]");
            }

            OneDevice.Require("repeat_interleave", x, repeats);
            var counts = repeats.Detach().Reshape([-1]).Expand([length]);
            if (length > 0 && counts.Min().Item<long>() is < 0 and var least)
            {
                throw new ArgumentException($"repeat_interleave: a count of {least} is negative");
            }

            // A 1 where each begins; adding them up numbers what is repeated.
            var ends = counts.CumSum(0);
            var total = length == 0 ? 0 : checked((int)ends[^1].Item<long>());
            var begins = Tensor.Zeros([total + 1], dtype: DType.Int64, device: x.Device)
                .ScatterAdd(0, ends - counts, Tensor.OnesLike(counts));
            return lines.IndexSelect(axis, begins.CumSum(0)[..total] - 1);
        }

        /// <summary>A copy with the elements in the opposite order along some axes.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor Flip(params int[] dims)
        {
            _ = Axes.Of("flip", x, dims);
            return x.Shape.Rank == 0
                ? x.Clone()
                : new Flip(Array.ConvertAll(dims, dim => Axes.Number("flip", x, dim))).Apply(x);
        }

        /// <summary>A copy with the columns in the opposite order.</summary>
        /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
        public Tensor FlipLR() => x.Flip(1);

        /// <summary>A copy with the rows in the opposite order.</summary>
        /// <exception cref="ArgumentException">There are no axes.</exception>
        public Tensor FlipUD() => x.Flip(0);

        /// <summary>
        /// The elements in row-major order moved on by a number of places; those that leave at the end come in at the
        /// start.
        /// </summary>
        public Tensor Roll(int shifts) => x.Flatten().Roll(shifts, 0).Reshape(x.Shape);

        /// <summary>The elements moved on along an axis; those that leave at the end come in at the start.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Roll(int shifts, int dims) =>
            Axes.Along("roll", x, dims, (lines, axis) => new Roll(axis, shifts).Apply(lines));

        /// <summary>As <see cref="Roll(Tensor, int, int)"/>, along several axes one after another.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or not one for each number.</exception>
        public Tensor Roll(int[] shifts, int[] dims) => shifts.Length == dims.Length
            ? shifts.Zip(dims).Aggregate(x, (rolled, step) => rolled.Roll(step.First, step.Second))
            : throw new ArgumentException(
                $"roll: {shifts.Length} shifts of {x.Describe()} need as many axes, not {dims.Length}");

        /// <summary>
        /// Turned by so many right angles in the plane of two axes, from the first towards the second.
        /// </summary>
        /// <param name="k">The number of right angles; negative ones turn back.</param>
        /// <param name="dims">The two axes, [0, 1] if not given.</param>
        /// <exception cref="ArgumentException">There are not two different axes.</exception>
        public Tensor Rot90(int k = 1, int[]? dims = null)
        {
            int[] plane = dims ?? [0, 1];
            _ = Axes.Of("rot90", x, plane);
            if (plane is not [var first, var second])
            {
                throw new ArgumentException($"rot90: a plane has two axes, not {plane.Length}");
            }

            return (k & 3) switch
            {
                0 => x.Clone(),
                1 => x.Flip(second).Transpose(first, second),
                2 => x.Flip(first, second),
                _ => x.Flip(first).Transpose(first, second),
            };
        }

        /// <summary>Of matrices the lower triangle, zeros above it; other axes loop.</summary>
        /// <param name="diagonal">Up to which diagonal: 0 is the main one, 1 the next above.</param>
        /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
        public Tensor Tril(int diagonal = 0) => new Triangle(lower: true, diagonal).Apply(x.MatricesOfAny("tril"));

        /// <summary>Of matrices the upper triangle, zeros below it; other axes loop.</summary>
        /// <param name="diagonal">From which diagonal: 0 is the main one, 1 the next above.</param>
        /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
        public Tensor Triu(int diagonal = 0) => new Triangle(lower: false, diagonal).Apply(x.MatricesOfAny("triu"));

        /// <summary>A vector on the diagonal of a square matrix of zeros; the diagonal of a matrix, copied.</summary>
        /// <param name="diagonal">How far above the main diagonal; below it if negative.</param>
        /// <exception cref="ArgumentException">There are neither one nor two axes.</exception>
        public Tensor Diag(int diagonal = 0) => x.Shape.Rank switch
        {
            1 => x.DiagEmbed(diagonal),
            2 => x.Diagonal(diagonal).Clone(),
            _ => throw new ArgumentException(
                $"diag: {x.Describe()} is neither a vector nor a matrix; see DiagEmbed and Diagonal"),
        };

        /// <summary>The innermost axis as diagonals of square matrices of zeros, which lie along two axes.</summary>
        /// <param name="offset">How far above the main diagonal; below it if negative.</param>
        /// <param name="dim1">The axis of the rows in the result.</param>
        /// <param name="dim2">The axis of the columns in the result.</param>
        /// <exception cref="ArgumentException">There is no axis, no such place, or both are the same.</exception>
        public Tensor DiagEmbed(int offset = 0, int dim1 = -2, int dim2 = -1)
        {
            if (x.Shape.Rank == 0)
            {
                throw new ArgumentException($"diag_embed: {x.Describe()} has no axis to lay along a diagonal");
            }

            var rank = x.Shape.Rank + 1;
            var (row, column) = (dim1 < 0 ? dim1 + rank : dim1, dim2 < 0 ? dim2 + rank : dim2);
            if (row < 0 || row >= rank || column < 0 || column >= rank || row == column)
            {
                throw new ArgumentException(
                    $"diag_embed: matrices of {x.Describe()} cannot lie along axes {dim1} and {dim2}; they must differ "
                        + $"and be from 0 to {rank - 1}");
            }

            var size = x.Shape[^1] + Math.Abs(offset);
            var rest = new Queue<int>(x.Shape.ToArray()[..^1]);
            int[] lengths = [.. Enumerable.Range(0, rank).Select(
                axis => axis == row || axis == column ? size : rest.Dequeue())];
            var region = new Region(layout => layout.Diagonal(row, column, offset), string.Empty, "diagonal");
            return region.Placed(new Shape(lengths), "diag_embed").Apply(x);
        }
    }

    private static Tensor Positions(Triangle triangle, int rows, int columns, Device? device)
    {
        (int Row, int Column)[] inside = [..
            from row in Enumerable.Range(0, rows)
            from column in Enumerable.Range(0, columns)
            where triangle.Contains(row, column)
            select (row, column)];
        int[] positions = [.. inside.Select(at => at.Row), .. inside.Select(at => at.Column)];
        return TensorCreation.Make<int>(positions, [2, inside.Length], false, null, device);
    }
}
