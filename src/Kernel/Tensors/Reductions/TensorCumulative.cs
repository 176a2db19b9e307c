using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>What has come together up to each position along an axis, and differences of neighbours.</summary>
public static class TensorCumulative
{
    extension(Tensor x)
    {
        /// <summary>The sums up to each position along an axis. Truth values are counted.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor CumSum(int dim) =>
            Axes.Along("cumsum", x.Countable(), dim, (lines, axis) => new CumulativeSum(axis).Apply(lines));

        /// <summary>The products up to each position along an axis; the derivative is exact at zeros.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor CumProd(int dim) =>
            Axes.Along("cumprod", x.Countable(), dim, (lines, axis) => new CumulativeProduct(axis).Apply(lines));

        /// <summary>The logarithms of the sums of eˣ up to each position along an axis, without overflow.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the elements are not real numbers.</exception>
        public Tensor LogCumSumExp(int dim)
        {
            var real = x.OnlyReal("logcumsumexp");
            return Axes.Along("logcumsumexp", real, dim, (lines, axis) => new LogCumulativeSumExp(axis).Apply(lines));
        }

        /// <summary>The differences of neighbours along an axis, taken so and so often.</summary>
        /// <param name="n">How often.</param>
        /// <param name="dim">The axis.</param>
        /// <param name="prepend">What to put before the elements first; other axes are equal.</param>
        /// <param name="append">What to put behind them.</param>
        /// <exception cref="ArgumentException">There is no such axis, or n is negative.</exception>
        public Tensor Diff(int n = 1, int dim = -1, Tensor? prepend = null, Tensor? append = null)
        {
            var axis = Axes.Number("diff", x, dim);
            if (n < 0 || x.Shape.Rank == 0)
            {
                throw new ArgumentException(
                    $"diff: {x.Describe()} needs an axis, and n must not be negative but is {n}");
            }

            Tensor?[] parts = [prepend, x, append];
            var y = n == 0 || (prepend is null && append is null) ? x : Tensor.Cat([.. parts.OfType<Tensor>()], axis);
            for (var i = 0; i < n && y.Shape[axis] > 0; i++)
            {
                var length = y.Shape[axis] - 1;
                var (next, last) = (y.Narrow(axis, 1, length), y.Narrow(axis, 0, length));
                y = y.DType == DType.Bool ? next.Eq(last).Eq(false) : next - last;
            }

            return y;
        }

        /// <summary>The integral of values at distances dx along an axis, by trapezoids.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor Trapezoid(double dx = 1, int dim = -1) => x.Means(dim).Sum(dim) * dx;

        /// <summary>The integral of values at given places along an axis, by trapezoids.</summary>
        /// <param name="places">Where the values are: a vector, or a shape that broadcasts to this one's.</param>
        /// <param name="dim">The axis.</param>
        /// <exception cref="ArgumentException">There is no such axis, or the shapes do not broadcast.</exception>
        public Tensor Trapezoid(Tensor places, int dim = -1) => (x.Means(dim) * x.Steps(places, dim)).Sum(dim);

        /// <summary>The integrals up to each position, without the first, by trapezoids at distances dx.</summary>
        /// <exception cref="ArgumentException">There is no such axis.</exception>
        public Tensor CumulativeTrapezoid(double dx = 1, int dim = -1) => x.Means(dim).CumSum(dim) * dx;

        /// <summary>The integrals up to each position, without the first, by trapezoids at given places.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the shapes do not broadcast.</exception>
        public Tensor CumulativeTrapezoid(Tensor places, int dim = -1) =>
            (x.Means(dim) * x.Steps(places, dim)).CumSum(dim);

        // Of neighbours along an axis.
        private Tensor Means(int dim)
        {
            var pairs = x.Unfold(dim, 2, 1);
            return (pairs.Select(-1, 0) + pairs.Select(-1, 1)) / 2;
        }

        private Tensor Steps(Tensor places, int dim)
        {
            var axis = Axes.Number("trapezoid", x, dim);
            int[] along = [.. Enumerable.Repeat(1, x.Shape.Rank - axis - 1)];
            return places.Shape.Rank == 1 ? places.Diff().Reshape([-1, .. along]) : places.Diff(1, axis - x.Shape.Rank);
        }
    }
}
