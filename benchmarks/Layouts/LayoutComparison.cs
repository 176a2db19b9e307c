using System.Diagnostics;
using NotebookGrad.Layouts;
using NotebookGrad.Peers.Corpus;
using NotebookGrad.Peers.Drawings;
using NotebookGrad.Peers.Layouters;

namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>Has the same graphs drawn here, by Graphviz' dot and by dagre, and counts in what comes out.</summary>
internal sealed class LayoutComparison : IDisposable
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly OwnLayout ours = new();
    private readonly Graphviz? dot = Installed.LackOfGraphviz is null ? new Graphviz(Patience) : null;
    private readonly Dagre? dagre = Installed.LackOf(Dagre.Package) is null ? new Dagre(Patience) : null;

    /// <summary>Why programs are not compared with; empty where all are here.</summary>
    public static IReadOnlyList<string> Lacking =>
        [.. new[] { Installed.LackOfGraphviz, Installed.LackOf(Dagre.Package) }.OfType<string>()];

    /// <summary>Lets both runtimes compile what runs often.</summary>
    public void Prepare()
    {
        LayoutGraph[] graphs = [.. GraphCorpus.Models.Select(graph => graph.ToLayout())];
        foreach (ILayouter layouter in new ILayouter?[] { ours, dagre }.OfType<ILayouter>())
        {
            var start = Stopwatch.GetTimestamp();
            for (var next = 0; Stopwatch.GetElapsedTime(start) < WarmUp; next++)
            {
                layouter.Arrange(graphs[next % graphs.Length], times: 1);
            }
        }
    }

    /// <summary>A row of the table.</summary>
    public LayoutRow Measure(RecordedGraph recorded)
    {
        var graph = recorded.ToLayout();
        var times = graph.Nodes.Count switch
        {
            < 300 => 9,
            < 800 => 5,
            _ => 3,
        };
        return new LayoutRow(
            recorded.Name,
            graph.Nodes.Count,
            graph.Edges.Count,
            Figures(graph, ours, times)!,
            Figures(graph, dot, times: 1),
            Figures(graph, dagre, times));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        dot?.Dispose();
        dagre?.Dispose();
    }

    private static LayoutFigures? Figures(LayoutGraph graph, ILayouter? layouter, int times) =>
        layouter?.Arrange(graph, times) is var (drawing, time)
            ? new LayoutFigures(
                DrawnCrossings.Of(graph, drawing),
                DrawnOverlaps.Of(graph, drawing),
                drawing.Width,
                drawing.Height,
                time.TotalMilliseconds)
            : null;
}
