namespace NotebookGrad.Flow;

/// <summary>
/// The gradient noise scale in batches, tr Σ / |G|², from pairs of gradients of neighbouring steps, which are two
/// batches' at nearly the same weights: their product estimates |G|², and what their squares are more, tr Σ. Both are
/// averaged over time, because a ratio of single estimates is far off. McCandlish et al. (2018), appendix A.
/// </summary>
internal sealed class NoiseScale
{
    private const double Remembered = 0.9;

    private double variance;
    private double signal;
    private double weight;

    /// <summary>Takes a pair, and gives the scale as far as it is known; NaN where noise hides the gradient.</summary>
    /// <param name="pair">The products of the two gradients.</param>
    /// <param name="clipped">By what factor the first was made smaller; NaN is by none.</param>
    public double Next(Products pair, double clipped)
    {
        var factor = clipped is > 0 and < 1 ? clipped : 1;
        var (first, mixed) = (pair.First / (factor * factor), pair.Mixed / factor);
        var noise = ((first + pair.Second) / 2) - mixed;
        if (double.IsFinite(noise) && double.IsFinite(mixed))
        {
            variance = (Remembered * variance) + ((1 - Remembered) * noise);
            signal = (Remembered * signal) + ((1 - Remembered) * mixed);
            weight = (Remembered * weight) + (1 - Remembered);
        }

        return weight > 0 && signal > 0 ? Math.Max(0, variance / signal) : double.NaN;
    }
}
