using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Tensors put together.</summary>
public static class TensorJoining
{
    extension(Tensor)
    {
        /// <summary>
        /// Tensors one after another along an axis; the other axes are equal. Dtypes promote, and tensors of shape [0]
        /// are left out.
        /// </summary>
        /// <exception cref="ArgumentException">There are no tensors, no such axis, or other axes differ.</exception>
        public static Tensor Cat(Tensor[] tensors, int dim = 0)
        {
            var given = Promoted("cat", tensors);
            Tensor[] joined = [.. given.Where(tensor => tensor.Shape != [0])];
            if (joined.Length == 0)
            {
                return given[0];
            }

            var first = joined[0];
            if (first.Shape.Rank == 0)
            {
                throw new ArgumentException(
                    $"cat: {first.Describe()} has no axis to join along; Stack makes a new one");
            }

            var axis = Axes.Number("cat", first, dim);
            var lengths = first.Shape.ToArray();
            var parts = new Region[joined.Length];
            lengths[axis] = 0;
            for (var i = 0; i < joined.Length; i++)
            {
                CheckFits(first, joined[i], axis);
                var (start, length) = (lengths[axis], joined[i].Shape[axis]);
                parts[i] = new Region(layout => layout.Slice(axis, start, length), $"{start}..{start + length}");
                lengths[axis] = checked(start + length);
            }

            return new Assembly("cat", new Shape(lengths), parts).Apply(joined);
        }

        /// <summary>Tensors of one shape as the positions of a new axis.</summary>
        /// <exception cref="ArgumentException">There are no tensors, no such place, or the shapes differ.</exception>
        public static Tensor Stack(Tensor[] tensors, int dim = 0)
        {
            var given = Promoted("stack", tensors);
            var shape = given[0].Unsqueeze(dim).Shape;
            var axis = dim < 0 ? dim + shape.Rank : dim;
            var lengths = shape.ToArray();
            lengths[axis] = given.Length;
            if (Array.Find(given, tensor => tensor.Shape != given[0].Shape) is { } other)
            {
                throw new ArgumentException(
                    $"stack: {given[0].Describe()} and {other.Describe()} differ in shape; Cat joins along an axis "
                        + "that they have");
            }

            Region[] parts = [.. given.Select((_, i) => new Region(layout => layout.Select(axis, i), $"{i}"))];
            return new Assembly("stack", new Shape(lengths), parts).Apply(given);
        }

        /// <summary>Matrices one after another on the diagonal of a matrix of zeros; vectors are rows.</summary>
        /// <exception cref="ArgumentException">There are no tensors, or one has more than two axes.</exception>
        public static Tensor BlockDiag(params Tensor[] tensors)
        {
            var blocks = Array.ConvertAll(Promoted("block_diag", tensors), tensor => tensor.AtLeast2D());
            var (rows, columns) = (0, 0);
            Region[] parts = [.. blocks.Select(block =>
            {
                var (row, column, height, width) = (rows, columns, block.Shape[0], block.Shape[1]);
                (rows, columns) = block.Shape.Rank == 2
                    ? (rows + height, columns + width)
                    : throw new ArgumentException($"block_diag: {block.Describe()} is no matrix");
                return new Region(
                    layout => layout.Slice(0, row, height).Slice(1, column, width),
                    $"{row}..{row + height}, {column}..{column + width}");
            })];
            return new Assembly("block_diag", new Shape([rows, columns]), parts).Apply(blocks);
        }

        /// <summary>Tensors side by side: along the second axis, or along the only one.</summary>
        /// <exception cref="ArgumentException">There are no tensors, or other axes differ.</exception>
        public static Tensor HStack(params Tensor[] tensors)
        {
            var raised = Array.ConvertAll(tensors, tensor => tensor.AtLeast1D());
            return Tensor.Cat(raised, raised is [{ Shape.Rank: 1 }, ..] ? 0 : 1);
        }

        /// <summary>Tensors below one another: vectors as rows, others along the first axis.</summary>
        /// <exception cref="ArgumentException">There are no tensors, or other axes differ.</exception>
        public static Tensor VStack(params Tensor[] tensors) =>
            Tensor.Cat(Array.ConvertAll(tensors, tensor => tensor.AtLeast2D()));

        /// <summary>Tensors behind one another, along the third axis.</summary>
        /// <exception cref="ArgumentException">There are no tensors, or other axes differ.</exception>
        public static Tensor DStack(params Tensor[] tensors) =>
            Tensor.Cat(Array.ConvertAll(tensors, tensor => tensor.AtLeast3D()), 2);

        /// <summary>
        /// Vectors stretched to the grid that they span, as views: of n vectors each result has n axes and varies along
        /// its own.
        /// </summary>
        /// <param name="tensors">Vectors [nᵢ] or numbers [].</param>
        /// <param name="indexing">
        /// <c>ij</c> has the first vector along the first axis; <c>xy</c> exchanges the first two, as for pictures.
        /// </param>
        /// <exception cref="ArgumentException">A tensor has more than one axis, or the indexing is unknown.</exception>
        public static Tensor[] Meshgrid(Tensor[] tensors, string indexing = "ij")
        {
            if (Array.Find(tensors, tensor => tensor.Shape.Rank > 1) is { } matrix)
            {
                throw new ArgumentException($"meshgrid: {matrix.Describe()} must be a vector or a number");
            }

            if (indexing is not ("ij" or "xy"))
            {
                throw new ArgumentException($"meshgrid: indexing \"{indexing}\" is unknown; it is \"ij\" or \"xy\"");
            }

            int[] order = [.. Enumerable.Range(0, tensors.Length)];
            if (indexing == "xy" && tensors.Length > 1)
            {
                (order[0], order[1]) = (1, 0);
            }

            var shape = new Shape([.. order.Select(i => (int)tensors[i].Count)]);
            return [.. tensors.Select((tensor, i) =>
            {
                int[] along = [.. Enumerable.Repeat(1, tensors.Length)];
                along[Array.IndexOf(order, i)] = (int)tensor.Count;
                return tensor.Reshape(along).Expand(shape);
            })];
        }
    }

    private static Tensor[] Promoted(string operation, Tensor[] tensors)
    {
        if (tensors.Length == 0)
        {
            throw new ArgumentException($"{operation}: there are no tensors to join");
        }

        var dtype = tensors.Skip(1).Aggregate(
            tensors[0], (widest, tensor) => Promotion.Common(widest, tensor) == widest.DType ? widest : tensor).DType;
        return Array.ConvertAll(tensors, tensor => tensor.To(dtype));
    }

    private static void CheckFits(Tensor first, Tensor other, int axis)
    {
        if (other.Shape.Rank != first.Shape.Rank)
        {
            throw new ArgumentException(
                $"cat: {first.Describe()} and {other.Describe()} have different numbers of axes; Stack makes a "
                    + "new axis");
        }

        for (var i = 0; i < first.Shape.Rank; i++)
        {
            if (i != axis && first.Shape[i] != other.Shape[i])
            {
                throw new ArgumentException(
                    $"cat: {first.Describe()} and {other.Describe()} do not join along axis {axis}: axis {i} is "
                        + $"{first.Shape[i]} against {other.Shape[i]}, and all other axes must be equal");
            }
        }
    }
}
