using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Spread and quantiles.</summary>
public static class TensorStatistics
{
    extension(Tensor x)
    {
        /// <summary>The variance Σ(x − mean)²/(n − correction) along an axis.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the elements are not real numbers.</exception>
        public Tensor Var(int dim, bool keepDim = false, double correction = 1) => x.Var([dim], keepDim, correction);

        /// <summary>The variance Σ(x − mean)²/(n − correction) along some axes or all.</summary>
        /// <param name="dim">The axes.</param>
        /// <param name="keepDim">Whether they stay with length 1.</param>
        /// <param name="correction">1 is Bessel's, which estimates without bias; 0 divides by n.</param>
        /// <exception cref="ArgumentException">
        /// There is no such axis, one is named twice, or the elements are not real numbers.
        /// </exception>
        public Tensor Var(int[]? dim = null, bool keepDim = false, double correction = 1)
        {
            var axes = Axes.OfOrAll("var", x, dim);
            return new Variance(correction, axes, axes.Result(x.Shape, keepDim)).Apply(x.OnlyReal("var"));
        }

        /// <summary>The standard deviation along an axis; its derivative is 0 where it is 0.</summary>
        /// <exception cref="ArgumentException">There is no such axis, or the elements are not real numbers.</exception>
        public Tensor Std(int dim, bool keepDim = false, double correction = 1) => x.Std([dim], keepDim, correction);

        /// <summary>The standard deviation along some axes or all; its derivative is 0 where it is 0.</summary>
        /// <param name="dim">The axes.</param>
        /// <param name="keepDim">Whether they stay with length 1.</param>
        /// <param name="correction">1 is Bessel's; 0 divides by n.</param>
        /// <exception cref="ArgumentException">
        /// There is no such axis, one is named twice, or the elements are not real numbers.
        /// </exception>
        public Tensor Std(int[]? dim = null, bool keepDim = false, double correction = 1)
        {
            var axes = Axes.OfOrAll("std", x, dim);
            return new StandardDeviation(correction, axes, axes.Result(x.Shape, keepDim)).Apply(x.OnlyReal("std"));
        }

        /// <summary>The variance and the mean along an axis.</summary>
        /// <exception cref="ArgumentException">As for <see cref="Var(Tensor, int, bool, double)"/>.</exception>
        public (Tensor Var, Tensor Mean) VarMean(int dim, bool keepDim = false, double correction = 1) =>
            x.VarMean([dim], keepDim, correction);

        /// <summary>The variance and the mean along some axes or all.</summary>
        /// <exception cref="ArgumentException">As for <see cref="Var(Tensor, int[], bool, double)"/>.</exception>
        public (Tensor Var, Tensor Mean) VarMean(int[]? dim = null, bool keepDim = false, double correction = 1) =>
            (x.Var(dim, keepDim, correction), x.Mean(dim ?? [], keepDim));

        /// <summary>The standard deviation and the mean along an axis.</summary>
        /// <exception cref="ArgumentException">As for <see cref="Std(Tensor, int, bool, double)"/>.</exception>
        public (Tensor Std, Tensor Mean) StdMean(int dim, bool keepDim = false, double correction = 1) =>
            x.StdMean([dim], keepDim, correction);

        /// <summary>The standard deviation and the mean along some axes or all.</summary>
        /// <exception cref="ArgumentException">As for <see cref="Var(Tensor, int[], bool, double)"/>.</exception>
        public (Tensor Std, Tensor Mean) StdMean(int[]? dim = null, bool keepDim = false, double correction = 1) =>
            (x.Std(dim, keepDim, correction), x.Mean(dim ?? [], keepDim));

        /// <summary>The covariances of variables: rows are variables, columns observations; [n, n].</summary>
        /// <exception cref="ArgumentException">There are more than two axes, or the elements are not real.</exception>
        public Tensor Cov(int correction = 1)
        {
            if (x.Shape.Rank > 2)
            {
                throw new ArgumentException(
                    $"cov: {x.Describe()} must be a matrix [variables, observations] or a vector");
            }

            var rows = x.OnlyReal("cov").AtLeast2D();
            var centred = rows - rows.Mean(1, keepDim: true);
            var covariances = centred.MatMul(centred.T) / Math.Max(0, rows.Shape[1] - correction);
            return x.Shape.Rank < 2 ? covariances.Reshape(default(Shape)) : covariances;
        }

        /// <summary>Pearson's correlations of variables: rows are variables, columns observations; [n, n].</summary>
        /// <exception cref="ArgumentException">There are more than two axes, or the elements are not real.</exception>
        public Tensor CorrCoef()
        {
            var covariances = x.Cov();
            if (x.Shape.Rank < 2)
            {
                return covariances / covariances;
            }

            var deviations = covariances.Diagonal().Sqrt();
            return covariances / deviations.Unsqueeze(1) / deviations;
        }

        /// <summary>The quantile along an axis, or of all elements.</summary>
        /// <exception cref="ArgumentException">As for the form with a tensor.</exception>
        public Tensor Quantile(double q, int? dim = null, bool keepDim = false, string interpolation = "linear") =>
            x.Quantile(x.OnlyReal("quantile").Number(q), dim, keepDim, interpolation);

        /// <summary>The quantiles along an axis, or of all elements; NaN where a line has NaN.</summary>
        /// <param name="q">Fractions from 0 to 1, [] or [n] of x's dtype; with [n] the result has n in front.</param>
        /// <param name="dim">The axis.</param>
        /// <param name="keepDim">Whether it stays with length 1.</param>
        /// <param name="interpolation">
        /// Between two elements: <c>linear</c>, <c>lower</c>, <c>higher</c>, <c>nearest</c> or <c>midpoint</c>.
        /// </param>
        /// <exception cref="ArgumentException">
        /// There is no such axis or it is empty, a fraction is out of range, a dtype does not fit, or the interpolation
        /// is unknown.
        /// </exception>
        public Tensor Quantile(Tensor q, int? dim = null, bool keepDim = false, string interpolation = "linear") =>
            new QuantileRule("quantile", interpolation, ignoresNaN: false).Apply(x, q, dim, keepDim);

        /// <summary>The quantile of the elements that are not NaN, along an axis or of all.</summary>
        /// <exception cref="ArgumentException">
        /// As for <see cref="Quantile(Tensor, Tensor, int?, bool, string)"/>.
        /// </exception>
        public Tensor NanQuantile(double q, int? dim = null, bool keepDim = false, string interpolation = "linear") =>
            x.NanQuantile(x.OnlyReal("nanquantile").Number(q), dim, keepDim, interpolation);

        /// <summary>The quantiles of the elements that are not NaN, along an axis or of all.</summary>
        /// <exception cref="ArgumentException">
        /// As for <see cref="Quantile(Tensor, Tensor, int?, bool, string)"/>.
        /// </exception>
        public Tensor NanQuantile(Tensor q, int? dim = null, bool keepDim = false, string interpolation = "linear") =>
            new QuantileRule("nanquantile", interpolation, ignoresNaN: true).Apply(x, q, dim, keepDim);
    }
}
