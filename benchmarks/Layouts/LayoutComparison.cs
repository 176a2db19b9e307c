using System.Diagnostics;
using NotebookGrad.Layouts;
using NotebookGrad.Peers.Corpus;
using NotebookGrad.Peers.Drawings;
using NotebookGrad.Peers.Layouters;

namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>Has the same graphs drawn here, by Graphviz' dot and by dagre, and counts in what comes out.</summary>
/// <param name="patience">How long another program may take for one graph.</param>
internal sealed class LayoutComparison(TimeSpan patience) : IDisposable
{
    private const int Rounds = 9;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    private readonly OwnLayout ours = new();
    private readonly Graphviz? dot = Installed.Lack(Graphviz.Program) is null ? new Graphviz(patience) : null;
    private readonly Dagre? dagre = Installed.Lack(Dagre.Package) is null ? new Dagre(patience) : null;

    /// <summary>Why programs are not compared with; empty where all are here.</summary>
    public static IReadOnlyList<string> Lacking =>
        [.. new[] { Graphviz.Program, Dagre.Package }.Select(Installed.Lack).OfType<string>()];

    /// <summary>Lets both runtimes compile what runs often.</summary>
    public void Prepare()
    {
        LayoutGraph[] graphs = [.. GraphCorpus.Models.Select(graph => graph.ToLayout())];
        foreach (ILayouter layouter in new ILayouter?[] { ours, dagre }.OfType<ILayouter>())
        {
            var start = Stopwatch.GetTimestamp();
            for (var next = 0; Stopwatch.GetElapsedTime(start) < WarmUp; next++)
            {
                layouter.Arrange(graphs[next % graphs.Length], rounds: 1);
            }
        }
    }

    /// <summary>A row of the table.</summary>
    public LayoutRow Measure(RecordedGraph recorded)
    {
        var graph = recorded.ToLayout();
        return new LayoutRow(
            recorded.Name,
            graph.Nodes.Count,
            graph.Edges.Count,
            Figures(graph, ours, Rounds)!,
            Figures(graph, dot, rounds: 1),
            Figures(graph, dagre, Rounds));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        dot?.Dispose();
        dagre?.Dispose();
    }

    private static LayoutFigures? Figures(LayoutGraph graph, ILayouter? layouter, int rounds) =>
        layouter?.Arrange(graph, rounds) is var (drawing, time)
            ? new LayoutFigures(
                DrawnCrossings.Count(graph, drawing),
                DrawnOverlaps.Of(graph, drawing),
                drawing.Width,
                drawing.Height,
                time.TotalMilliseconds)
            : null;
}
