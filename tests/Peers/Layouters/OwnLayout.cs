using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Peers.Layouters;

/// <summary>The layout of this project, in this process.</summary>
internal sealed class OwnLayout : ILayouter
{
    /// <inheritdoc/>
    public string Name => "ours";

    /// <inheritdoc/>
    public Arrangement Arrange(LayoutGraph graph, int rounds)
    {
        LayoutResult? result = null;
        var time = Rounds.Median(rounds, () =>
        {
            result = LayeredLayout.Arrange(graph);
            return true;
        });
        return new Arrangement(Drawn(result!), time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static Drawing Drawn(LayoutResult result) => new(
        result.Nodes,
        result.Labels,
        [.. result.Routes.Select(Flattening.Line)],
        result.Width,
        result.Height);
}
