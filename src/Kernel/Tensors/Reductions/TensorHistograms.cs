using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Elements counted by intervals or by value; no gradient passes through.</summary>
public static class TensorHistograms
{
    extension(Tensor x)
    {
        /// <summary>
        /// How many elements lie in each of so many equal intervals, of x's dtype; [bins]. The last includes its end.
        /// </summary>
        /// <param name="bins">The number of intervals.</param>
        /// <param name="min">The lower bound; where both are equal, the data's own.</param>
        /// <param name="max">The upper bound.</param>
        /// <exception cref="ArgumentException">
        /// The elements are not real numbers, there are no bins, or the bounds are not finite or not in order.
        /// </exception>
        public Tensor Histc(int bins = 100, double min = 0, double max = 0)
        {
            var (low, high) = Bounds("histc", x.OnlyReal("histc"), bins, (min, max), 1);
            var values = x.Detach().Reshape([-1]);
            var places = ((values - low) * (bins / (high - low))).To(DType.Int64);
            var last = (places >= bins).To(DType.Int64);
            places = (places * (1 - last)) + (last * (bins - 1));
            return Counts(values, places, (values >= low, values <= high), bins, null);
        }

        /// <summary>The elements spread over so many equal intervals; the last includes its end.</summary>
        /// <param name="bins">The number of intervals.</param>
        /// <param name="range">Their bounds, the data's own if not given.</param>
        /// <param name="weight">What each element counts for, of x's shape and dtype.</param>
        /// <param name="density">Whether the integral is to be 1, instead of a sum of counts.</param>
        /// <exception cref="ArgumentException">
        /// The elements are not real numbers, there are no bins, the bounds are not finite or not in order, or the
        /// weight is of another shape or dtype.
        /// </exception>
        public HistogramResult Histogram(
            int bins, (double Min, double Max)? range = null, Tensor? weight = null, bool density = false)
        {
            var (low, high) = Bounds("histogram", x.OnlyReal("histogram"), bins, range ?? (0, 0), 0.5);
            double[] edges = [.. Enumerable.Range(0, bins + 1).Select(
                i => i == bins ? high : low + (i * ((high - low) / bins)))];
            return x.Histogram(Tensor.Of(edges, dtype: x.DType, device: x.Device), weight, density);
        }

        /// <summary>The elements spread over intervals with these edges; the last includes its end.</summary>
        /// <param name="bins">The edges in ascending order, [bins + 1], of x's dtype.</param>
        /// <param name="weight">What each element counts for, of x's shape and dtype.</param>
        /// <param name="density">Whether the integral is to be 1, instead of a sum of counts.</param>
        /// <exception cref="ArgumentException">
        /// The elements are not real numbers, the edges are not a vector of their dtype, or the weight is of another
        /// shape or dtype.
        /// </exception>
        public HistogramResult Histogram(Tensor bins, Tensor? weight = null, bool density = false)
        {
            if (bins.Shape.Rank != 1 || bins.Shape[0] < 2 || bins.DType != x.OnlyReal("histogram").DType)
            {
                throw new ArgumentException(
                    $"histogram: edges {bins.Describe()} {bins.DType.Text} must be a vector of at least two, of x's "
                        + $"{x.DType.Text}");
            }

            if (weight is not null && (weight.Shape != x.Shape || weight.DType != x.DType))
            {
                throw new ArgumentException(
                    $"histogram: {weight.Describe("weight")} {weight.DType.Text} must be of the shape and dtype of "
                        + $"{x.Describe()} {x.DType.Text}");
            }

            OneDevice.Require("histogram", x, bins, weight);
            var values = x.Detach().Reshape([-1]);
            var count = bins.Shape[0] - 1;
            var (low, high) = (bins.Detach()[0], bins.Detach()[^1]);
            var places = Tensor.SearchSorted(bins, values, right: true) - 1;
            places = places - (values.Eq(high).To(DType.Int64) * (places - (count - 1)));
            var hist = Counts(values, places, (values >= low, values <= high), count, weight?.Detach().Reshape([-1]));
            return new(density ? hist / hist.Sum() / bins.Detach().Diff() : hist, bins);
        }

        /// <summary>How often each whole number from 0 is there, or the sum of its weights; [max + 1].</summary>
        /// <param name="weights">What each element counts for, of x's shape.</param>
        /// <param name="minLength">The least length of the result.</param>
        /// <exception cref="ArgumentException">
        /// The elements are not a vector of int64 from 0, or the weights have another shape.
        /// </exception>
        public Tensor BinCount(Tensor? weights = null, int minLength = 0)
        {
            if (x.Shape.Rank != 1 || x.DType != DType.Int64 || (weights is not null && weights.Shape != x.Shape)
                || (x.Count > 0 && x.Min().Item<long>() < 0))
            {
                throw new ArgumentException(
                    $"bincount: {x.Describe()} {x.DType.Text} must be a vector of int64 from 0 on, and weights of its "
                        + "shape");
            }

            var bins = Math.Max(minLength, x.Count == 0 ? 0 : checked((int)x.Max().Item<long>() + 1));
            var amounts = weights?.Detach() ?? Tensor.OnesLike(x);
            amounts = weights is { DType.IsReal: false } ? amounts.To(DType.Float64) : amounts;
            return new ScatterAdd(0, x, [bins]).Apply(amounts);
        }
    }

    // Elements out of bounds, and NaN, go to the first bin with weight 0.
    private static Tensor Counts(
        Tensor values, Tensor places, (Tensor Low, Tensor High) within, int bins, Tensor? weight)
    {
        var isWithin = within.Low.To(DType.Int64) * within.High.To(DType.Int64);
        var amounts = isWithin.To(values.DType);
        var zero = Tensor.ZerosLike(values);
        var safe = Tensor.ZerosLike(places);
        values.Backend.Select(isWithin.To(DType.Bool).View, places.View, safe.View, safe.View);
        if (weight is not null)
        {
            values.Backend.Select(isWithin.To(DType.Bool).View, weight.View, zero.View, zero.View);
            amounts = zero;
        }

        return new ScatterAdd(0, safe, [bins]).Apply(amounts);
    }

    private static (double Low, double High) Bounds(
        string name, Tensor x, int bins, (double Min, double Max) given, double margin)
    {
        var (low, high) = given;
        if (low == high && x.Count > 0)
        {
            var (least, greatest) = x.Detach().To(DType.Float64).Aminmax();
            (low, high) = (least.Item<double>(), greatest.Item<double>());
        }

        if (low == high)
        {
            (low, high) = x.Count == 0 ? (0, 1) : (low - margin, high + margin);
        }

        return bins > 0 && double.IsFinite(low) && double.IsFinite(high) && low < high
            ? (low, high)
            : throw new ArgumentException(
                $"{name}: {x.Describe()} cannot be spread over {bins} bins from {low} to {high}; there must be at "
                    + "least one, and the bounds finite and in order");
    }
}
