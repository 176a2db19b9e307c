using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Sums and means.</summary>
public static class TensorReductions
{
    extension(Tensor x)
    {
        /// <summary>The sum of all elements; shape []. Truth values are counted.</summary>
        public Tensor Sum() => new Sum(Axes.All(x), []).Apply(x.Countable());

        /// <summary>The sum along an axis, which goes or stays with length 1.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Sum(int dim, bool keepDim = false) => x.Sum([dim], keepDim);

        /// <summary>The sum along some axes, which go or stay with length 1.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor Sum(int[] dim, bool keepDim = false)
        {
            var axes = Axes.Of("sum", x, dim);
            return new Sum(axes, axes.Result(x.Shape, keepDim)).Apply(x.Countable());
        }

        /// <summary>The mean of all elements; shape [].</summary>
        /// <exception cref="ArgumentException">The elements are not real numbers.</exception>
        public Tensor Mean() => new Mean(Axes.All(x), []).Apply(x.Averageable());

        /// <summary>The mean along an axis, which goes or stays with length 1.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the elements are not real numbers.</exception>
        public Tensor Mean(int dim, bool keepDim = false)
        {
            var axes = Axes.Of("mean", x, dim);
            return new Mean(axes, axes.Result(x.Shape, keepDim)).Apply(x.Averageable());
        }

        /// <summary>
        /// The position along an axis of the first greatest element, int64; the axis goes or stays with length 1.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or it is empty.</exception>
        public Tensor ArgMax(int dim, bool keepDim = false)
        {
            var axis = Axes.Number("argmax", x, dim);
            if (x.Shape[axis] == 0)
            {
                throw new ArgumentException(
                    $"argmax: axis {axis} of {x.Describe()} is empty and has no greatest element");
            }

            var axes = Axes.Of("argmax", x, axis);
            var y = x.EmptyLike(DType.Int64, axes.Reduced(x.Shape));
            y.Backend.ArgMax(x.View, axis, least: false, y.View);
            return y.Reshape(axes.Result(x.Shape, keepDim));
        }

        /// <summary>The sum over the axes along which a shape broadcasts to this one's: undoes the broadcast.</summary>
        internal Tensor SumTo(Shape shape) => shape == x.Shape
            ? x
            : new Sum(Axes.Broadcast(shape, x.Shape), shape).Apply(x);

        private Tensor Countable() => x.DType == DType.Bool ? x.To(DType.Int64) : x;

        private Tensor Averageable() => x.DType.IsReal
            ? x
            : throw new ArgumentException(
                $"mean: {x.Describe()} is {x.DType.Text}; convert it with .To(DType.Float32) first");
    }
}
