using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class FoldingTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    // Reading is what takes time here, so that each graph is read once with all that can be opened in it.
    private static readonly Lazy<(string Word, GraphSnapshot Graph, List<GraphReading> Readings)[]> Large = new(() =>
        [.. Samples().Select(sample => (sample.Word, sample.Graph, Readings(sample.Graph)))]);

    private static IEnumerable<(string Word, GraphSnapshot Graph)> Samples() =>
    [
        ("layers", LargeGraphs.Layers(200, modules: false)),
        ("modules", LargeGraphs.Layers(200, modules: true)),
        ("recurrent", LargeGraphs.Recurrent(40)),
        ("transformer", LargeGraphs.Transformer(12)),
        ("chain", Graphs.Chain(10_000)),
        ("random", LargeGraphs.Random(10_000, 1)),
        .. Enumerable.Range(2, 30).Select(seed =>
            ($"random {seed}", LargeGraphs.Random(seed * 17, seed, modules: seed % 2 == 0))),
    ];

    [Fact]
    public void A_graph_of_sixty_nodes_is_shown_whole()
    {
        var reading = new GraphReading(Graphs.Chain(59), NoNames);
        Assert.Equal(60, reading.Nodes.Count);
        Assert.All(reading.Nodes, node => Assert.Null(node.Fold));
    }

    [Fact]
    public void A_chain_of_ten_thousand_is_one_box() =>
        Assert.Equal(["x", "tanh ×10,000"], Words(Graphs.Chain(10_000)));

    [Fact]
    public void Layers_without_modules_repeat() =>
        Assert.Equal(["x", "@ → + → ReLU ×30", "mean"], Words(LargeGraphs.Layers(30, modules: false)));

    [Fact]
    public void Equal_modules_repeat() =>
        Assert.Equal(["x", "layer ×30", "mean"], Words(LargeGraphs.Layers(30, modules: true)));

    [Fact]
    public void A_repetition_may_share_its_weights() =>
        Assert.Equal(["W", "U", "b", "h0", "@ → @ → … ×40", "mean"], Words(LargeGraphs.Recurrent(40)));

    [Fact]
    public void A_repetition_opens_on_its_first_unit_with_what_goes_in_and_comes_out()
    {
        var fold = Fold(LargeGraphs.Layers(200, modules: true), "layer ×200");
        Assert.Equal(600, fold.Operations);
        Assert.Equal(["layer0"], fold.Inside.Frames.Select(frame => frame.Name));
        Assert.Equal(["x", "W0", "b0", "@", "+", "ReLU"], Words(fold.Inside));
        Assert.True(fold.Inside.Nodes[^1].IsRoot);
    }

    [Fact]
    public void A_module_around_everything_stands_open()
    {
        var reading = new GraphReading(LargeGraphs.Transformer(12), NoNames);
        Assert.Equal(["model", "embedding", "head"], reading.Frames.Select(frame => frame.Name));
        Assert.Contains("block ×12", Words(reading));
    }

    [Fact]
    public void Inside_a_block_its_modules_are_frames()
    {
        var block = Fold(LargeGraphs.Transformer(12), "block ×12").Inside;
        Assert.Equal(["block.0", "attention", "feed-forward"], block.Frames.Select(frame => frame.Name));
        Assert.Equal([-1, 0, 0], block.Frames.Select(frame => frame.Parent));
        Assert.Single(block.Nodes, node => node.Enters);
    }

    [Fact]
    public void A_leaf_stands_in_the_innermost_frame_of_its_uses()
    {
        var block = Fold(LargeGraphs.Transformer(12), "block ×12").Inside;
        var attention = block.Frames[1].Nodes.Select(place => block.Nodes[place].Name).OfType<string>();
        Assert.Equal(["K", "O", "Q", "V"], attention.Order());
    }

    [Fact]
    public void At_most_sixty_nodes_are_visible_wherever_one_looks() => Each((graph, readings, word) =>
    {
        foreach (var reading in readings)
        {
            Assert.True(reading.Nodes.Count <= 60, $"{word}: {reading.Title} shows {reading.Nodes.Count} nodes");
        }
    });

    [Fact]
    public void Each_node_is_in_one_place() => Each((graph, readings, word) =>
    {
        var shown = readings[0].Nodes.SelectMany(Members);
        Assert.Equal(graph.Nodes.Select(node => node.Id).Order(), shown.Order());
    });

    [Fact]
    public void Opened_one_after_the_other_folds_show_each_operation_once() => Each((graph, readings, word) =>
    {
        var operations = readings.Skip(1).Select(Operations).ToArray();
        var folds = readings.SelectMany(reading => reading.Nodes).Select(node => node.Fold).OfType<GraphFold>();
        Assert.Equal(folds.Select(fold => fold.Operations / fold.Repeats).Order(), operations.Order());
        Assert.Equal(graph.OperationCount, Operations(readings[0]));
    });

    [Fact]
    public void No_way_leads_out_of_a_fold_and_in_again() => Each((graph, readings, word) =>
    {
        var reading = readings[0];
        var boxes = reading.Nodes.SelectMany((node, box) => Members(node).Select(id => (id, box)))
            .ToDictionary(pair => pair.id, pair => pair.box);
        var order = reading.Nodes.Index().ToDictionary(pair => pair.Item, pair => pair.Index);

        // All arrows of the folded graph lead forward in one order, so that there is no circle.
        Assert.All(reading.Edges, edge => Assert.True(order[edge.From] < order[edge.To]));
        var drawn = reading.Edges.Select(edge => (order[edge.From], order[edge.To])).ToHashSet();
        Assert.All(graph.Edges, edge => Assert.True(
            boxes[edge.From] == boxes[edge.To] || drawn.Contains((boxes[edge.From], boxes[edge.To]))));
        Assert.Equal(
            graph.Edges.Count(edge => boxes[edge.From] != boxes[edge.To]), reading.Edges.Sum(edge => edge.Count));
    });

    [Fact]
    public void Equal_graphs_fold_equally() => Each((graph, readings, word) => Assert.Equal(
        Words(readings[0]), Words(graph)));

    [Fact]
    public void What_repeats_is_equal_part_by_part() => Each((graph, readings, word) =>
    {
        var nodes = graph.Nodes.ToDictionary(node => node.Id);
        var operands = graph.Edges.ToLookup(edge => edge.To);
        foreach (var fold in readings.SelectMany(reading => reading.Nodes).Select(node => node.Fold))
        {
            if (fold is not { Repeats: > 1 })
            {
                continue;
            }

            var units = fold.Members.Take(fold.Operations).Chunk(fold.Operations / fold.Repeats).ToArray();
            Assert.Equal(fold.Repeats, units.Length);
            var first = Shape(units[0]);
            Assert.All(units, unit => Assert.Equal(first, Shape(unit)));
        }

        IEnumerable<string> Shape(long[] unit) => unit.Select((id, index) => string.Join(' ', operands[id]
            .Select(edge => Array.IndexOf(unit, edge.From))
            .Select(place => place < 0 ? "outside" : $"{place}")
            .Prepend($"{nodes[id].Operation} {nodes[id].Shape}")));
    });

    private static void Each(Action<GraphSnapshot, List<GraphReading>, string> check)
    {
        foreach (var (word, graph, readings) in Large.Value)
        {
            check(graph, readings, word);
        }
    }

    private static List<GraphReading> Readings(GraphSnapshot graph)
    {
        var readings = new List<GraphReading> { new(graph, NoNames) };
        for (var next = 0; next < readings.Count; next++)
        {
            readings.AddRange(readings[next].Nodes.Select(node => node.Fold?.Inside).OfType<GraphReading>());
        }

        return readings;
    }

    private static int Operations(GraphReading reading) =>
        reading.Nodes.Sum(node => node.Fold?.Operations ?? (node.IsOperation ? 1 : 0));

    private static IEnumerable<long> Members(ReadNode node) => node.Fold?.Members ?? [node.Node.Id];

    private static GraphFold Fold(GraphSnapshot graph, string word) =>
        new GraphReading(graph, NoNames).Nodes.Single(node => node.Symbol == word).Fold!;

    private static IEnumerable<string> Words(GraphSnapshot graph) => Words(new GraphReading(graph, NoNames));

    private static IEnumerable<string> Words(GraphReading reading) => reading.Nodes.Select(node =>
        node is { IsOperation: true } ? node.Symbol : node.Term.Text);
}
