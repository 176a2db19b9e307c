namespace NotebookGrad.Views;

/// <summary>
/// The logarithmic scale of a picture's gradients: the norms of what flows along its edges and arrives at its nodes.
/// </summary>
internal sealed class GradientScale
{
    private const double Thinnest = 1.3;
    private const double Middle = 1.9;
    private const double Thickest = 3.4;

    // Finer differences are not seen, and lines of one width are written together.
    private const double Step = 0.3;

    // One power of ten should be seen, and no more than six should take part.
    private const double LeastDecades = 1;
    private const double MostDecades = 6;

    private readonly double largest;
    private readonly double decades;
    private readonly bool isUniform;

    public GradientScale(GraphReading reading)
    {
        var norms = reading.Edges.Where(edge => edge.CarriesGradient).Select(NormOf)
            .Concat(reading.Nodes.Select(node => node.Node.Gradient?.Norm ?? 0))
            .Select(Math.Log10)
            .Where(double.IsFinite)
            .ToArray();
        largest = norms.DefaultIfEmpty(0).Max();
        var smallest = norms.DefaultIfEmpty(0).Min();
        decades = Math.Clamp(largest - smallest, LeastDecades, MostDecades);
        isUniform = largest - smallest < 0.01;
    }

    /// <summary>What a bar tells, from where it is empty to where it is full.</summary>
    public string Range => isUniform
        ? $"norm {NumberText.Short(Math.Pow(10, largest))}"
        : $"norm {NumberText.Short(Math.Pow(10, largest - decades))} to {NumberText.Short(Math.Pow(10, largest))}";

    /// <summary>The width of an edge's arrow; a gradient that is zero or not finite is thin.</summary>
    public double Width(ReadEdge edge) => Part(NormOf(edge)) switch
    {
        null => Thinnest,
        _ when isUniform => Middle,
        { } part => Math.Round((Thinnest + (part * (Thickest - Thinnest))) / Step) * Step,
    };

    /// <summary>
    /// Whether no gradient, or one that is not finite, flows along an edge: training breaks off there.
    /// </summary>
    public static bool Breaks(ReadEdge edge) => !(NormOf(edge) > 0)
        || (edge.Contribution ?? edge.From.Node.Gradient) is { NaNs: > 0 } or { Infinities: > 0 };

    /// <summary>How full a norm's bar is, from 0 to 1; null for what has no logarithm.</summary>
    public double? Part(double norm)
    {
        var size = Math.Log10(norm);
        return double.IsFinite(size) ? Math.Clamp(1 - ((largest - size) / decades), 0, 1) : null;
    }

    private static double NormOf(ReadEdge edge)
    {
        var above = edge.To.Node.Gradient;
        return edge.Contribution?.Norm
            ?? (edge.LocalDerivative is { } local ? above?.Norm * Math.Abs(local) : null)
            ?? (edge.From.Node.Gradient ?? above)?.Norm
            ?? 0;
    }
}
