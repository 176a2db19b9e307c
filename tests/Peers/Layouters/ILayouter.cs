using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Layouters;

/// <summary>A program that arranges graphs.</summary>
internal interface ILayouter : IDisposable
{
    /// <summary>The program's name.</summary>
    string Name { get; }

    /// <summary>Arranges a graph so many times, or fewer where that has taken a second.</summary>
    /// <returns>The drawing and the median of the times; null where one alone took too long.</returns>
    Arrangement? Arrange(LayoutGraph graph, int rounds);
}
