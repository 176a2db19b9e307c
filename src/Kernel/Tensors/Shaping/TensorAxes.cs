using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Axes in another order, and parts of them; all of these are views.</summary>
public static class TensorAxes
{
    extension(Tensor x)
    {
        /// <summary>A matrix with its two axes exchanged; for more axes all of them are reversed. A view.</summary>
        public Tensor T => new Permute([.. Enumerable.Range(0, x.Shape.Rank).Reverse()]).Apply(x);

        /// <summary>The axes in another order: axis k of the result is axis <c>dims[k]</c> of this one.</summary>
        /// <returns>A view.</returns>
        /// <exception cref="ArgumentException">An axis is missing, named twice or out of bounds.</exception>
        public Tensor Permute(params int[] dims)
        {
            _ = Axes.Of("permute", x, dims);
            return dims.Length == x.Shape.Rank
                ? new Permute(Array.ConvertAll(dims, dim => Axes.Number("permute", x, dim))).Apply(x)
                : throw new ArgumentException(
                    $"permute: {x.Describe()} has {x.Shape.Rank} axes, and [{string.Join(", ", dims)}] names "
                        + $"{dims.Length}; name each of them once");
        }

        /// <summary>Two axes exchanged, as a view.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Transpose(int dim0, int dim1)
        {
            int[] order = [.. Enumerable.Range(0, x.Shape.Rank)];
            var (a, b) = (Axes.Number("transpose", x, dim0), Axes.Number("transpose", x, dim1));
            if (order.Length > 0)
            {
                (order[a], order[b]) = (order[b], order[a]);
            }

            return new Permute(order).Apply(x);
        }

        /// <summary>One axis moved to another place, the others keeping their order; a view.</summary>
        /// <exception cref="ArgumentException">There is no such axis or place.</exception>
        public Tensor MoveDim(int source, int destination) => x.MoveDim([source], [destination]);

        /// <summary>Some axes moved to other places, the others keeping their order; a view.</summary>
        /// <exception cref="ArgumentException">
        /// An axis or place is out of bounds or named twice, or there are more of one than of the other.
        /// </exception>
        public Tensor MoveDim(int[] source, int[] destination)
        {
            if (source.Length != destination.Length)
            {
                throw new ArgumentException(
                    $"movedim: {source.Length} axes of {x.Describe()} cannot go to {destination.Length} places");
            }

            _ = (Axes.Of("movedim", x, source), Axes.Of("movedim", x, destination));
            var moved = Array.ConvertAll(source, dim => Axes.Number("movedim", x, dim));
            var places = Array.ConvertAll(destination, dim => Axes.Number("movedim", x, dim));
            var rest = new Queue<int>(Enumerable.Range(0, x.Shape.Rank).Except(moved));
            int[] order = [.. Enumerable.Range(0, x.Shape.Rank).Select(axis =>
                Array.IndexOf(places, axis) is var place and >= 0 ? moved[place] : rest.Dequeue())];
            return new Permute(order, "movedim").Apply(x);
        }

        /// <summary>The positions from a start, as many as a length, of one axis; a view.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the part exceeds it.</exception>
        public Tensor Narrow(int dim, int start, int length)
        {
            var axis = Axes.Number("narrow", x, dim);
            var available = x.Shape[axis];
            var from = start < 0 ? start + available : start;
            return from >= 0 && length >= 0 && from + length <= available
                ? new Region(layout => layout.Slice(axis, from, length), At(axis, $"{from}..{from + length}")).Apply(x)
                : throw new ArgumentException(
                    $"narrow: {length} positions from {start} exceed axis {axis} of {x.Describe()}, which has length "
                        + $"{available}");
        }

        /// <summary>One axis fixed at a position, which may count from the end as −1; the axis goes. A view.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the position is out of bounds.</exception>
        public Tensor Select(int dim, int index)
        {
            var axis = Axes.Number("select", x, dim);
            var length = x.Shape.Rank == 0 ? 0 : x.Shape[axis];
            var position = index < 0 ? index + length : index;
            return position >= 0 && position < length
                ? new Region(layout => layout.Select(axis, position), At(axis, $"{position}")).Apply(x)
                : throw new ArgumentException(
                    $"select: position {index} is out of bounds for axis {axis} of {x.Describe()}, which has length "
                        + $"{length}");
        }

        /// <summary>
        /// The elements where two axes are at equal positions; both go, and the diagonal is a new innermost axis. A
        /// view.
        /// </summary>
        /// <param name="offset">How far above the main diagonal; below it if negative.</param>
        /// <param name="dim1">The axis of the rows.</param>
        /// <param name="dim2">The axis of the columns.</param>
        /// <exception cref="ArgumentException">There is no such axis, or both are the same.</exception>
        public Tensor Diagonal(int offset = 0, int dim1 = 0, int dim2 = 1)
        {
            _ = Axes.Of("diagonal", x, dim1, dim2);
            var (row, column) = (Axes.Number("diagonal", x, dim1), Axes.Number("diagonal", x, dim2));
            var text = offset == 0 ? string.Empty : $", {offset}";
            return new Region(layout => layout.Diagonal(row, column, offset), text, "diagonal").Apply(x);
        }

        /// <summary>
        /// All windows of a size along an axis, each a step after the last; the axis counts the windows, and a new
        /// innermost axis the positions within one. A view.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// There is no such axis, the window is longer than it, or the step is not positive.
        /// </exception>
        public Tensor Unfold(int dim, int size, int step)
        {
            var axis = Axes.Number("unfold", x, dim);
            if (x.Shape.Rank == 0)
            {
                return x.Reshape([1]).Unfold(0, size, step).Select(0, 0);
            }

            var text = $", {size}, {step}";
            return size >= 0 && size <= x.Shape[axis] && step > 0
                ? new Region(layout => layout.Unfold(axis, size, step), text, "unfold").Apply(x)
                : throw new ArgumentException(
                    $"unfold: windows of {size} in steps of {step} do not fit axis {axis} of {x.Describe()}, which has "
                        + $"length {x.Shape[axis]}; the step must be at least 1");
        }

        /// <summary>At least one axis: a number becomes [1].</summary>
        public Tensor AtLeast1D() => x.Shape.Rank > 0 ? x : x.Reshape([1]);

        /// <summary>At least two axes: a vector [n] becomes the row [1, n].</summary>
        public Tensor AtLeast2D() => x.Shape.Rank > 1 ? x : x.AtLeast1D().Unsqueeze(0);

        /// <summary>At least three axes: a vector [n] becomes [1, n, 1], a matrix [n, m] becomes [n, m, 1].</summary>
        public Tensor AtLeast3D() => x.Shape.Rank > 2 ? x : x.AtLeast2D().Unsqueeze(-1);
    }

    private static string At(int axis, string place) => string.Join(", ", Enumerable.Repeat("..", axis).Append(place));
}
