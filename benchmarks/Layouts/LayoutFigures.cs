using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>What one program made of one graph.</summary>
/// <param name="Crossings">The points where drawn edges cross.</param>
/// <param name="Overlaps">What lies upon each other.</param>
/// <param name="Width">Extent to the right, in points.</param>
/// <param name="Height">Extent downwards, in points.</param>
/// <param name="Milliseconds">The time of the layout; of dot, with its process.</param>
internal sealed record LayoutFigures(
    long Crossings, DrawnOverlaps Overlaps, double Width, double Height, double Milliseconds);
