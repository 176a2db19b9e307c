using MathNet.Numerics.Statistics;

namespace NotebookGrad.Inspection;

/// <summary>
/// At most <see cref="Magnitudes.Chosen"/> evenly chosen elements. Their median and histogram are worked out when
/// somebody asks, because a training should not wait for them.
/// </summary>
internal sealed class ElementSample
{
    // As many as the chosen elements fill.
    private const int MostBins = 32;

    // Hundreds are kept over a training, so that half the room counts.
    private readonly float[] singles = [];
    private readonly double[] doubles = [];
    private readonly double low;
    private readonly double high;
    private Statistics? statistics;

    private ElementSample(ReadOnlySpan<double> chosen, bool isSingle, double low, double high)
    {
        (this.low, this.high) = (low, high);
        if (!isSingle)
        {
            doubles = chosen.ToArray();
            return;
        }

        singles = new float[chosen.Length];
        for (var i = 0; i < singles.Length; i++)
        {
            singles[i] = (float)chosen[i];
        }
    }

    /// <summary>Median of their sizes, zeros included; NaN where none is finite.</summary>
    public double Median => Worked.Median;

    /// <summary>How often which values occur among them.</summary>
    public ElementHistogram Histogram => Worked.Histogram;

    private Statistics Worked => statistics ??= Work();

    private int Count => singles.Length + doubles.Length;

    private double this[int number] => doubles.Length > 0 ? doubles[number] : singles[number];

    /// <summary>
    /// A sample of the elements of some tensors together, so that every tensor, row and column has its part.
    /// </summary>
    /// <param name="tensors">The tensors.</param>
    /// <param name="moments">The moments of each.</param>
    public static ElementSample Of(IReadOnlyList<Tensor> tensors, IReadOnlyList<Moments> moments)
    {
        var (count, low, high) = (0L, double.NaN, double.NaN);
        foreach (var one in moments)
        {
            count += one.Count;
            (low, high) = (double.MinNumber(low, one.Minimum), double.MaxNumber(high, one.Maximum));
        }

        Span<double> chosen = stackalloc double[(int)Math.Min(count, Magnitudes.Chosen)];
        var stride = (double)count / chosen.Length;
        var (next, start, isSingle) = (0, 0L, true);
        foreach (var tensor in tensors)
        {
            var places = new List<long>();
            while (next + places.Count < chosen.Length
                && (long)((next + places.Count) * stride) - start is var place && place < tensor.Count)
            {
                places.Add(place);
            }

            var isOfSingles = Take(tensor, places, chosen[next..]);
            next += places.Count;
            start += tensor.Count;
            isSingle &= isOfSingles;
        }

        return new(chosen, isSingle, low, high);
    }

    /// <summary>A sample of what two samples are of, from each by how many elements it stands for.</summary>
    public static ElementSample Join(ElementSample a, double standsFor, ElementSample b, double othersStandFor)
    {
        var count = Math.Min(a.Count + b.Count, Magnitudes.Chosen);
        var share = count * (standsFor / (standsFor + othersStandFor));
        var ofFirst = (int)Math.Clamp(Math.Round(share), count - Math.Min(count, b.Count), Math.Min(count, a.Count));
        Span<double> chosen = stackalloc double[count];
        a.Choose(chosen[..ofFirst]);
        b.Choose(chosen[ofFirst..]);
        return new(
            chosen,
            a.doubles.Length + b.doubles.Length == 0,
            double.MinNumber(a.low, b.low),
            double.MaxNumber(a.high, b.high));
    }

    private static bool Take(Tensor tensor, List<long> places, Span<double> chosen)
    {
        if (DeviceElements.AreFar(tensor))
        {
            DeviceElements.At(tensor, [.. places]).CopyTo(chosen);
            return tensor.DType == DType.Float32;
        }

        var elements = new ElementPieces(tensor);
        foreach (var (i, place) in places.Index())
        {
            chosen[i] = elements[(int)place];
        }

        return elements.Doubles.Length == 0;
    }

    private void Choose(Span<double> chosen)
    {
        for (var i = 0; i < chosen.Length; i++)
        {
            chosen[i] = this[(int)((long)i * Count / chosen.Length)];
        }
    }

    private Statistics Work()
    {
        var all = new double[Count];
        Choose(all);
        var histogram = HistogramInspector.Count(all, low, high, isWhole: false, MostBins);
        var sizes = Array.ConvertAll(Array.FindAll(all, double.IsFinite), Math.Abs);
        return new(ArrayStatistics.MedianInplace(sizes), histogram);
    }

    private sealed record Statistics(double Median, ElementHistogram Histogram);
}
