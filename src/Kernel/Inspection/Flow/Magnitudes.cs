namespace NotebookGrad.Inspection;

/// <summary>
/// The sizes |x| of a tensor's elements at one moment, or over some moments together. Statistics are over what is
/// finite, and NaN where nothing is.
/// </summary>
/// <param name="Count">Number of elements, of all moments together.</param>
/// <param name="Zeros">Number of elements that are exactly zero.</param>
/// <param name="NaNs">Number of elements that are NaN.</param>
/// <param name="Infinities">Number of elements that are ±∞.</param>
/// <param name="Minimum">Smallest size above zero; NaN where all elements are zero.</param>
/// <param name="Median">
/// Median size, zeros included, of at most <see cref="Chosen"/> evenly chosen elements.
/// </param>
/// <param name="Mean">Mean size, zeros included.</param>
/// <param name="Maximum">Largest size.</param>
/// <param name="Norm">Euclidean norm; of some moments, the root of the mean of their squares.</param>
/// <param name="Histogram">
/// How often which values, with their signs, occur among the evenly chosen elements. Null where it was not counted.
/// </param>
public sealed record Magnitudes(
    long Count,
    long Zeros,
    long NaNs,
    long Infinities,
    double Minimum,
    double Median,
    double Mean,
    double Maximum,
    double Norm,
    ElementHistogram? Histogram)
{
    /// <summary>From how many elements at most the median and the histogram are taken.</summary>
    public const int Chosen = 256;

    /// <inheritdoc cref="Magnitudes(long, long, long, long, double, double, double, double, double, ElementHistogram?)"/>
    public double Median { get => Sample?.Median ?? field; init; } = Median;

    /// <inheritdoc cref="Magnitudes(long, long, long, long, double, double, double, double, double, ElementHistogram?)"/>
    public ElementHistogram? Histogram { get => Sample?.Histogram ?? field; init; } = Histogram;

    /// <summary>The chosen elements, as long as they are at hand.</summary>
    internal ElementSample? Sample { get; init; }

    /// <summary>The share of zeros among all elements, from 0 to 1; NaN where there are none.</summary>
    public double ZeroShare => (double)Zeros / Count;

    /// <summary>Whether no element is NaN or ±∞.</summary>
    public bool IsFinite => NaNs + Infinities == 0;
}
