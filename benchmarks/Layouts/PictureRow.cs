using System.Diagnostics;
using System.Text;
using NotebookGrad.Inspection;
using NotebookGrad.Peers.Corpus;
using NotebookGrad.Views;

namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>How long a graph takes from the recorded nodes to the page, folded as pictures are.</summary>
/// <param name="Graph">The graph's name.</param>
/// <param name="Nodes">The number of its nodes.</param>
/// <param name="SnapshotMilliseconds">The time of the engine's snapshot.</param>
/// <param name="HtmlMilliseconds">The time of reading, layout and HTML.</param>
/// <param name="Kilobytes">The size of the HTML, in 1,000 bytes.</param>
internal sealed record PictureRow(
    string Graph, int Nodes, double SnapshotMilliseconds, double HtmlMilliseconds, double Kilobytes)
{
    private const int Rounds = 5;

    /// <summary>The medians of some rounds.</summary>
    public static PictureRow Measure(RecordedGraph recorded)
    {
        var root = recorded.Compute();
        var (snapshots, pages) = (new double[Rounds], new double[Rounds]);
        GraphSnapshot? graph = null;
        var html = string.Empty;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            graph = root.Graph();
            snapshots[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            start = Stopwatch.GetTimestamp();
            html = new GraphView(graph, new Dictionary<long, string>()).ToHtml();
            pages[round] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        return new PictureRow(
            recorded.Name,
            graph!.Nodes.Count,
            Quantiles.Of(snapshots).Median,
            Quantiles.Of(pages).Median,
            Encoding.UTF8.GetByteCount(html) / 1000.0);
    }
}
