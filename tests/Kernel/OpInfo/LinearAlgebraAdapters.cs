namespace NotebookGrad.Tests.OpInfo;

/// <summary>Decompositions, and what is made of them.</summary>
internal static class LinearAlgebraAdapters
{
    public static Adapters All { get; } = new();
}
