namespace NotebookGrad.Operations;

/// <summary>
/// Neighbouring windows <c>Window</c>, <c>Window + 1</c>, … whose elements <c>Element</c>, <c>Element + Step</c>, … lie
/// evenly.
/// </summary>
internal readonly record struct Run(int Window, int Element, int Count, int Step);
