using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>What one program made of one graph.</summary>
/// <param name="Crossings">The pairs of edges that cross where they are drawn.</param>
/// <param name="Overlaps">What lies upon each other.</param>
/// <param name="Width">Extent to the right, in points.</param>
/// <param name="Height">Extent downwards, in points.</param>
/// <param name="Milliseconds">The time of the layout; of dot, with its process.</param>
internal sealed record LayoutFigures(
    int Crossings, DrawnOverlaps Overlaps, double Width, double Height, double Milliseconds)
{
    /// <summary>Of the drawing, in millions of square points.</summary>
    public double Area => Width * Height / 1e6;
}
