namespace NotebookGrad.Backends;

/// <summary>The elements of one window along an axis: Start, Start + Step and so on.</summary>
/// <param name="Start">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Step">How far apart they lie.</param>
public readonly record struct WindowSpan(int Start, int Count, int Step);
