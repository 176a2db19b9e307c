using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Elements picked and placed by their position along an axis, under PyTorch's names.</summary>
public static class TensorIndexing
{
    extension(Tensor x)
    {
        /// <summary>Elements picked along an axis: result[…, i, …] = x[…, index[…, i, …], …].</summary>
        /// <param name="dim">The axis.</param>
        /// <param name="index">Positions, int64, of x's rank; its shape is the result's.</param>
        /// <exception cref="ArgumentException">
        /// The index has another rank, is not int64, or is out of bounds.
        /// </exception>
        public Tensor Gather(int dim, Tensor index)
        {
            var (axis, table, places) = Fitting("gather", x, dim, index, null);
            return new Gather(axis, places).Apply(table).Reshape(index.Shape);
        }

        /// <summary>The tensor with result[…, index[…, i, …], …] = source[…, i, …] along an axis.</summary>
        /// <param name="dim">The axis.</param>
        /// <param name="index">Positions, int64, of x's rank; of several that are equal the last one stays.</param>
        /// <param name="source">Of x's dtype, in every axis at least as long as the index.</param>
        /// <exception cref="ArgumentException">The index or source does not fit, or is out of bounds.</exception>
        public Tensor Scatter(int dim, Tensor index, Tensor source)
        {
            var (axis, table, places) = Fitting("scatter", x, dim, index, source);
            return new Scatter("scatter", axis, places).Apply(table, Corner(source, places.Shape)).Reshape(x.Shape);
        }

        /// <summary>The tensor with a number at these positions along an axis.</summary>
        /// <exception cref="ArgumentException">The index does not fit, or is out of bounds.</exception>
        public Tensor Scatter(int dim, Tensor index, Scalar value)
        {
            var (axis, table, places) = Fitting("scatter", x, dim, index, null);
            var number = Tensor.Full([], value, dtype: x.DType, device: x.Device);
            return new Scatter("scatter", axis, places).Apply(table, number).Reshape(x.Shape);
        }

        /// <summary>
        /// The tensor with source[…, i, …] added to result[…, index[…, i, …], …] along an axis, as often as it is
        /// named.
        /// </summary>
        /// <exception cref="ArgumentException">The index or source does not fit, or is out of bounds.</exception>
        public Tensor ScatterAdd(int dim, Tensor index, Tensor source)
        {
            var (axis, _, places) = Fitting("scatter_add", x, dim, index, source);
            return Sum(x, Corner(source, places.Shape), axis, places, null);
        }

        /// <summary>
        /// Elements picked along an axis, where the other axes of tensor and positions broadcast; without an axis, from
        /// all elements in row-major order, as a vector.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// The ranks differ, the index is not int64 or out of bounds, or the other axes do not broadcast.
        /// </exception>
        public Tensor TakeAlongDim(Tensor indices, int? dim = null)
        {
            if (dim is null)
            {
                return x.Reshape(-1).Gather(0, indices.Reshape(-1));
            }

            var axis = Axes.Number("take_along_dim", x, dim.Value);
            if (indices.Shape.Rank != x.Shape.Rank)
            {
                throw new ArgumentException(
                    $"take_along_dim: {x.Describe()} and {indices.Describe()} differ in the number of axes");
            }

            var aligned = With(indices.Shape, axis, x.Shape[axis]);
            var common = Broadcasting.Common("take_along_dim", x, indices, x.Shape, aligned, 0);
            return x.Expand(common).Gather(axis, indices.Expand(With(common, axis, indices.Shape[axis])));
        }

        /// <summary>
        /// Whole slices picked along an axis, as rows of a table: result[…, i, …] = x[…, index[i], …].
        /// </summary>
        /// <exception cref="ArgumentException">The index is not a vector of int64, or out of bounds.</exception>
        public Tensor IndexSelect(int dim, Tensor index)
        {
            var (axis, table, places) = Slices("index_select", x, dim, index, null);
            var y = new Gather(axis, places, "index_select").Apply(table);
            return x.Shape.Rank == 0 ? y.Reshape([]) : y;
        }

        /// <summary>The tensor with slices of a source added: result[…, index[i], …] += α·source[…, i, …].</summary>
        /// <exception cref="ArgumentException">The index or source does not fit, or is out of bounds.</exception>
        public Tensor IndexAdd(int dim, Tensor index, Tensor source, Scalar? alpha = null)
        {
            var (axis, _, places) = Slices("index_add", x, dim, index, source);
            return Sum(x, source.Reshape(places.Shape), axis, places, alpha);
        }

        /// <summary>
        /// The tensor with slices replaced by those of a source: result[…, index[i], …] = source[…, i, …].
        /// </summary>
        /// <exception cref="ArgumentException">The index or source does not fit, or is out of bounds.</exception>
        public Tensor IndexCopy(int dim, Tensor index, Tensor source)
        {
            var (axis, table, places) = Slices("index_copy", x, dim, index, source);
            return new Scatter("index_copy", axis, places).Apply(table, source.Reshape(places.Shape)).Reshape(x.Shape);
        }

        /// <summary>The tensor with slices filled with a number; negative positions count from the end.</summary>
        /// <exception cref="ArgumentException">The index is not a vector of int64, or out of bounds.</exception>
        public Tensor IndexFill(int dim, Tensor index, Scalar value) =>
            x.IndexFill(dim, index, x.Number(value));

        /// <summary>The tensor with slices filled with a tensor of shape [].</summary>
        /// <exception cref="ArgumentException">
        /// The index is not a vector of int64, or out of bounds, or the value has axes.
        /// </exception>
        public Tensor IndexFill(int dim, Tensor index, Tensor value)
        {
            if (value.Shape.Rank != 0)
            {
                throw new ArgumentException($"index_fill: the {value.Describe("value")} is not a single number");
            }

            OneDevice.Require("index_fill", x, index);
            var axis = AxisOf("index_fill", x, dim);
            var length = x.Shape.Rank == 0 ? 1 : x.Shape[axis];
            var fromStart = index.DType == DType.Int64 ? index + ((index < 0).To(DType.Int64) * length) : index;
            var (_, table, places) = Slices("index_fill", x, dim, fromStart, null);
            return new Scatter("index_fill", axis, places).Apply(table, value.To(x.DType)).Reshape(x.Shape);
        }
    }

    // Truth values are counted on the way: true and true is true.
    private static Tensor Sum(Tensor x, Tensor source, int axis, Tensor places, Scalar? factor)
    {
        if (x.DType == DType.Bool)
        {
            return Sum(x.To(DType.Int64), source.To(DType.Int64), axis, places, factor).To(DType.Bool);
        }

        var added = new ScatterAdd(axis, places, x.AtLeast1D().Shape).Apply(source).Reshape(x.Shape);
        return factor is { } number ? x + (added * number) : x + added;
    }

    // Axis, tensor and positions for element-wise picking; a single number is a vector of one.
    private static (int Axis, Tensor Table, Tensor Places) Fitting(
        string operation, Tensor x, int dim, Tensor index, Tensor? source)
    {
        OneDevice.Require(operation, x, index, source);
        var axis = AxisOf(operation, x, dim);
        var (table, places) = (x.AtLeast1D(), index.Detach().AtLeast1D());
        if (index.DType != DType.Int64 || places.Shape.Rank != table.Shape.Rank
            || !FitsInto(places.Shape, table.Shape, axis))
        {
            throw new ArgumentException(
                $"{operation}: {index.Describe("index")} {index.DType.Text} does not fit {x.Describe()} along axis "
                + $"{axis}: it must be int64, of as many axes, and no longer along the others");
        }

        if (source is not null && (source.DType != x.DType || source.AtLeast1D().Shape.Rank != table.Shape.Rank
            || !FitsInto(places.Shape, source.AtLeast1D().Shape, -1)))
        {
            throw new ArgumentException(
                $"{operation}: {source.Describe("source")} {source.DType.Text} does not fit {index.Describe("index")} "
                + $"and {x.Describe()}: it must be {x.DType.Text}, of as many axes, and at least as long as the index");
        }

        return (axis, table, places);
    }

    // The same for whole slices: a vector of positions spread over the other axes.
    private static (int Axis, Tensor Table, Tensor Places) Slices(
        string operation, Tensor x, int dim, Tensor index, Tensor? source)
    {
        OneDevice.Require(operation, x, index, source);
        var axis = AxisOf(operation, x, dim);
        if (index.DType != DType.Int64 || index.Shape.Rank > 1)
        {
            throw new ArgumentException(
                $"{operation}: {index.Describe("index")} {index.DType.Text} must be a vector of int64");
        }

        var (table, count) = (x.AtLeast1D(), (int)index.Count);
        var shape = With(table.Shape, axis, count);
        if (source is not null && (source.DType != x.DType || source.AtLeast1D().Shape != shape))
        {
            throw new ArgumentException(
                $"{operation}: {source.Describe("source")} {source.DType.Text} must be {shape} {x.DType.Text}: as "
                + $"{x.Describe()}, with a slice for each of the {count} positions along axis {axis}");
        }

        int[] along = [.. Enumerable.Repeat(1, table.Shape.Rank)];
        along[axis] = count;
        return (axis, table, index.Detach().Reshape(along).Expand(shape));
    }

    private static int AxisOf(string operation, Tensor x, int dim) => Axes.Number(operation, x.AtLeast1D(), dim);

    private static bool FitsInto(Shape small, Shape large, int axis) =>
        Enumerable.Range(0, small.Rank).All(other => other == axis || small[other] <= large[other]);

    private static Shape With(Shape shape, int axis, int length)
    {
        var lengths = shape.ToArray();
        lengths[axis] = length;
        return new Shape(lengths);
    }

    // A source may be longer than the index; what exceeds it is not used.
    private static Tensor Corner(Tensor source, Shape shape)
    {
        source = source.AtLeast1D();
        return source.Shape == shape
            ? source
            : source[[.. shape.ToArray().Select(length => (TensorIndex)(..length))]];
    }
}
