using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Programs;

/// <summary>Looks at recorded graphs.</summary>
internal static class Graphs
{
    /// <summary>Whether a tensor was computed from a leaf in a way that gradients go.</summary>
    public static bool Reaches(Tensor? output, Tensor leaf) =>
        output?.Node is { } root && GraphWalk.NearestFirst([root]).Exists(node => node == leaf.Node);
}
