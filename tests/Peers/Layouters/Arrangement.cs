using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Peers.Layouters;

/// <summary>A drawing, and the time that it took to find it.</summary>
internal sealed record Arrangement(Drawing Drawing, TimeSpan Time);
