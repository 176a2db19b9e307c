using System.CommandLine;
using NotebookGrad.Peers.Corpus;

namespace NotebookGrad.Benchmarks.Layouts;

/// <summary>The command <c>layouts</c>: layouts of recorded graphs, beside those of dot and dagre.</summary>
internal static class LayoutCommand
{
    private const int QuickNodes = 300;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var filter = new Option<string>("--filter")
        {
            Description = "Only graphs whose name contains this",
            DefaultValueFactory = _ => string.Empty,
        };
        var json = new Option<FileInfo?>("--json") { Description = "A file for all numbers" };
        var quick = new Option<bool>("--quick") { Description = $"Only graphs of up to {QuickNodes} nodes" };
        var patience = new Option<int>("--patience")
        {
            Description = "Seconds that dot and dagre may take for one graph",
            DefaultValueFactory = _ => 120,
        };
        var command = new Command(
            "layouts",
            "Lays out graphs that the engine recorded, beside Graphviz' dot (apt install graphviz) and dagre "
                + "(npm ci --prefix tests/Peers): crossings and overlaps of what is drawn, sizes, times.")
        {
            filter, json, quick, patience,
        };
        command.SetAction(arguments =>
        {
            Run(
                arguments.GetValue(filter)!,
                arguments.GetValue(quick) ? QuickNodes : int.MaxValue,
                TimeSpan.FromSeconds(arguments.GetValue(patience)),
                arguments.GetValue(json));
            return 0;
        });
        return command;
    }

    private static void Run(string filter, int mostNodes, TimeSpan patience, FileInfo? json)
    {
        var (compared, drawn) = (Containing(filter, GraphCorpus.All), Containing(filter, GraphCorpus.Pictures));
        if (compared.Length + drawn.Length == 0)
        {
            throw new BenchmarkException($"No graph has \"{filter}\" in its name. There are: "
                + string.Join("; ", GraphCorpus.All.Concat(GraphCorpus.Pictures).Select(graph => graph.Name)));
        }

        var report = new LayoutReport();
        using var comparison = new LayoutComparison(patience);
        comparison.Prepare();
        LayoutReport.Begin();
        foreach (var graph in compared.Where(graph => graph.Record().Nodes.Count <= mostNodes))
        {
            report.Add(comparison.Measure(graph));
        }

        report.End();
        foreach (var graph in drawn)
        {
            report.Add(PictureRow.Measure(graph));
        }

        if (json is not null)
        {
            report.Save(json.FullName);
        }
    }

    private static RecordedGraph[] Containing(string filter, IEnumerable<RecordedGraph> graphs) =>
        [.. graphs.Where(graph => graph.Name.Contains(filter, StringComparison.OrdinalIgnoreCase))];
}
