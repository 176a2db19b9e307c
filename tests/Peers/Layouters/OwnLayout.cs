using System.Diagnostics;
using NotebookGrad.Layouts;
using NotebookGrad.Peers.Drawings;

namespace NotebookGrad.Peers.Layouters;

/// <summary>The layout of this project, in this process.</summary>
internal sealed class OwnLayout : ILayouter
{
    /// <inheritdoc/>
    public string Name => "ours";

    /// <inheritdoc/>
    public Arrangement Arrange(LayoutGraph graph, int times)
    {
        var durations = new TimeSpan[times];
        LayoutResult? result = null;
        for (var time = 0; time < times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            result = LayeredLayout.Arrange(graph);
            durations[time] = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(durations);
        return new Arrangement(Drawn(result!), durations[times / 2]);
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
