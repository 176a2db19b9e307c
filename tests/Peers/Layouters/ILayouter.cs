using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Layouters;

/// <summary>A program that arranges graphs.</summary>
internal interface ILayouter : IDisposable
{
    /// <summary>The program's name.</summary>
    string Name { get; }

    /// <summary>Arranges a graph several times.</summary>
    /// <returns>The drawing and the median of the times; null where the program's patience ran out.</returns>
    Arrangement? Arrange(LayoutGraph graph, int times);
}
