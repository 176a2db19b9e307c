namespace NotebookGrad.Views;

/// <summary>
/// Widths of gradient arrows by the logarithm of the gradient's size, over the sizes that a graph has.
/// </summary>
internal sealed class GradientWidths
{
    private const double Thinnest = 1.3;
    private const double Middle = 1.9;
    private const double Thickest = 3.4;

    // One power of ten should be seen, and no more than six should take part.
    private const double LeastDecades = 1;
    private const double MostDecades = 6;

    private readonly Dictionary<ReadEdge, double> sizes = new(ReferenceEqualityComparer.Instance);
    private readonly double largest = double.NegativeInfinity;
    private readonly double decades;

    public GradientWidths(GraphReading reading)
    {
        var smallest = double.PositiveInfinity;
        foreach (var edge in reading.Edges.Where(edge => edge.CarriesGradient))
        {
            var size = Math.Log10(Size(edge));
            if (double.IsFinite(size))
            {
                sizes[edge] = size;
                largest = Math.Max(largest, size);
                smallest = Math.Min(smallest, size);
            }
        }

        decades = Math.Clamp(largest - smallest, LeastDecades, MostDecades);
        IsUniform = sizes.Count == 0 || largest - smallest < 0.01;
    }

    private bool IsUniform { get; }

    /// <summary>The width of an edge's arrow; a gradient that is zero or not finite is thin.</summary>
    public double Of(ReadEdge edge)
    {
        if (!sizes.TryGetValue(edge, out var size))
        {
            return Thinnest;
        }

        var part = Math.Clamp(1 - ((largest - size) / decades), 0, 1);
        return IsUniform ? Middle : Thinnest + (part * (Thickest - Thinnest));
    }

    private static double Size(ReadEdge edge)
    {
        var above = edge.To.Node.Gradient;
        return above is not null && edge.LocalDerivative is { } local
            ? ValueText.Size(above) * Math.Abs(local)
            : (edge.From.Node.Gradient ?? above) is { } gradient ? ValueText.Size(gradient) : 0;
    }
}
