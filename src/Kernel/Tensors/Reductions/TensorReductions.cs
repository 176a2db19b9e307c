using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Sums, means and products. Along no axes given, of all elements: the result is of shape [].</summary>
public static class TensorReductions
{
    extension(Tensor x)
    {
        /// <summary>The sum of all elements; shape []. Truth values are counted.</summary>
        public Tensor Sum() => new Sum(Axes.All(x), []).Apply(x.Countable());

        /// <summary>The sum along an axis, which goes or stays with length 1.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Sum(int dim, bool keepDim = false) => x.Sum([dim], keepDim);

        /// <summary>The sum along some axes, which go or stay with length 1; along all where none are named.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor Sum(int[] dim, bool keepDim = false)
        {
            var axes = Axes.OfOrAll("sum", x, dim);
            return new Sum(axes, axes.Result(x.Shape, keepDim)).Apply(x.Countable());
        }

        /// <summary>The mean of all elements; shape [].</summary>
        /// <exception cref="ArgumentException">The elements are not real numbers.</exception>
        public Tensor Mean() => x.Mean([]);

        /// <summary>The mean along an axis, which goes or stays with length 1.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the elements are not real numbers.</exception>
        public Tensor Mean(int dim, bool keepDim = false) => x.Mean([dim], keepDim);

        /// <summary>The mean along some axes, which go or stay with length 1; along all where none are named.</summary>
        /// <exception cref="ArgumentException">
        /// There is no such axis, one is named twice, or the elements are not real numbers.
        /// </exception>
        public Tensor Mean(int[] dim, bool keepDim = false)
        {
            var axes = Axes.OfOrAll("mean", x, dim);
            return new Mean(axes, axes.Result(x.Shape, keepDim)).Apply(x.OnlyReal("mean"));
        }

        /// <summary>The product of all elements; shape [].</summary>
        public Tensor Prod() => x.Flatten().Prod(0);

        /// <summary>
        /// The product along an axis, which goes or stays with length 1; its derivative is exact at zeros.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Prod(int dim, bool keepDim = false) => Axes.Along("prod", x.Countable(), dim, (lines, axis) =>
        {
            var axes = Axes.Of("prod", lines, axis);
            return new Product(axis, axes, axes.Result(lines.Shape, keepDim)).Apply(lines);
        });

        /// <summary>The sum of the elements that are not NaN, along an axis.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor NanSum(int dim, bool keepDim = false) => x.NanSum([dim], keepDim);

        /// <summary>The sum of the elements that are not NaN, along some axes or all.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor NanSum(int[]? dim = null, bool keepDim = false)
        {
            var axes = Axes.OfOrAll("nansum", x, dim);
            return x.DType.IsReal
                ? new NanSum(axes, axes.Result(x.Shape, keepDim)).Apply(x)
                : x.Sum(dim ?? [], keepDim);
        }

        /// <summary>The mean of the elements that are not NaN, along an axis; NaN where there are none.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the elements are not real numbers.</exception>
        public Tensor NanMean(int dim, bool keepDim = false) => x.NanMean([dim], keepDim);

        /// <summary>
        /// The mean of the elements that are not NaN, along some axes or all; NaN where there are none.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// There is no such axis, one is named twice, or the elements are not real numbers.
        /// </exception>
        public Tensor NanMean(int[]? dim = null, bool keepDim = false)
        {
            var real = x.OnlyReal("nanmean");
            return real.NanSum(dim, keepDim) / real.Eq(real.Detach()).Sum(dim ?? [], keepDim).To(x.DType);
        }

        /// <summary>The logarithm of the sum of eˣ along an axis, without overflow.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor LogSumExp(int dim, bool keepDim = false) => x.LogSumExp([dim], keepDim);

        /// <summary>
        /// The logarithm of the sum of eˣ along some axes, without overflow; along all where none are named.
        /// </summary>
        /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
        public Tensor LogSumExp(int[] dim, bool keepDim = false)
        {
            var axes = Axes.OfOrAll("logsumexp", x, dim);
            return new LogSumExp(axes, axes.Result(x.Shape, keepDim)).Apply(x.Real());
        }

        /// <summary>The p-norm along an axis.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the elements are not real numbers.</exception>
        public Tensor Norm(double p, int dim, bool keepDim = false) => x.Norm(p, [dim], keepDim);

        /// <summary>
        /// The p-norm (Σ|x|ᵖ)^(1/p) along some axes or all: 2 is Euclid's, ±∞ the greatest or least |x|, 0 the number
        /// of non-zeros. Its derivative at 0 is 0.
        /// </summary>
        /// <exception cref="ArgumentException">
        /// There is no such axis, one is named twice, the elements are not real numbers, or there are none and p is
        /// negative or infinite.
        /// </exception>
        public Tensor Norm(double p = 2, int[]? dim = null, bool keepDim = false)
        {
            var axes = Axes.OfOrAll("norm", x, dim);
            return (p < 0 || double.IsInfinity(p)) && axes.CountIn(x.Shape) == 0
                ? throw new ArgumentException(
                    $"norm: {x.Describe()} has no elements, and without any there is no norm for p = {p}")
                : new Norm(p, axes, axes.Result(x.Shape, keepDim)).Apply(x.OnlyReal("norm"));
        }

        /// <summary>The p-norm of the difference from another tensor, which broadcasts; shape [].</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast, or the numbers are not real.</exception>
        public Tensor Dist(Tensor other, double p = 2) => (x - other).Norm(p);

        /// <summary>The sum over those axes along which a shape would have to broadcast to become this one.</summary>
        /// <exception cref="ArgumentException">The shape does not broadcast to this one.</exception>
        public Tensor SumToSize(params int[] size)
        {
            var shape = Shape.Create(size);
            return shape.BroadcastsTo(x.Shape)
                ? shape == x.Shape && shape.Rank > 0 ? x : x.Countable().SumTo(shape)
                : throw new ArgumentException($"sum_to_size: {shape} does not broadcast to {x.Describe()}");
        }

        /// <summary>The sum over the axes along which a shape broadcasts to this one's: undoes the broadcast.</summary>
        internal Tensor SumTo(Shape shape) => shape == x.Shape
            ? x
            : new Sum(Axes.Broadcast(shape, x.Shape), shape).Apply(x);
    }
}
