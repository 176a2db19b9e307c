using NotebookGrad.Inspection;
using NotebookGrad.Tests.Programs;

namespace NotebookGrad.Tests.Inspection;

/// <summary>What holds for the difference of any two graphs, on random programs.</summary>
public class GraphDifferenceLaws
{
    [Fact]
    public void A_program_does_not_differ_from_itself() => Assert.All(StoredProgram.All.Take(150), program =>
        Assert.True(Graph.Difference(Snapshot(program), Snapshot(program)).IsEmpty));

    [Fact]
    public void The_other_way_round_what_was_added_is_removed()
    {
        var graphs = StoredProgram.All.Take(100).Select(program => Snapshot(program)).ToArray();
        Assert.All(graphs.Zip(graphs.Skip(1)), pair =>
        {
            var (there, back) = (Graph.Difference(pair.First, pair.Second), Graph.Difference(pair.Second, pair.First));
            Assert.Equal(Nodes(there, ChangeKind.Added), Nodes(back, ChangeKind.Removed));
            Assert.Equal(Nodes(there, ChangeKind.Removed), Nodes(back, ChangeKind.Added));
            Assert.Equal(Nodes(there, ChangeKind.Changed), Nodes(back, ChangeKind.Changed));
        });
    }

    [Fact]
    public void Every_node_and_every_edge_is_told_once_and_operands_come_first()
    {
        var graphs = StoredProgram.All.Take(100).Select(program => Snapshot(program)).ToArray();
        Assert.All(graphs.Zip(graphs.Skip(1)), pair =>
        {
            var change = Graph.Difference(pair.First, pair.Second);
            Assert.Equal(pair.First.Nodes.Select(node => node.Id).Order(), Ids(change.Nodes.Select(node => node.Before)));
            Assert.Equal(pair.Second.Nodes.Select(node => node.Id).Order(), Ids(change.Nodes.Select(node => node.After)));
            Assert.Equal(pair.First.Edges.ToHashSet(), change.Edges.Select(edge => edge.Before).OfType<GraphEdge>().ToHashSet());
            Assert.Equal(pair.Second.Edges.ToHashSet(), change.Edges.Select(edge => edge.After).OfType<GraphEdge>().ToHashSet());
        });
    }

    [Fact]
    public void An_operation_inserted_anywhere_is_found()
    {
        var random = new Random(5);
        Assert.All(StoredProgram.All.Take(300), program =>
        {
            var at = random.Next(program.Steps.Length);
            var change = Graph.Difference(Snapshot(program), Snapshot(program, at));
            Assert.Equal(["erf"], change.Nodes.Where(node => node.Kind != ChangeKind.Same).Select(node => node.Node.Operation));
            Assert.Equal(ChangeKind.Added, change.Nodes.Single(node => node.Kind != ChangeKind.Same).Kind);
        });
    }

    [Fact]
    public void Deep_graphs_are_compared_too()
    {
        static GraphSnapshot Chain(int sines)
        {
            var y = Tensor.Of(0.5, requiresGrad: true).Named("x");
            for (var step = 0; step < 10_000; step++)
            {
                y = step % 1000 < sines ? y.Sin() : y.Tanh();
            }

            return y.Graph();
        }

        var change = Graph.Difference(Chain(2), Chain(3));
        var (added, removed) = (Nodes(change, ChangeKind.Added).Length, Nodes(change, ChangeKind.Removed).Length);
        Assert.Equal(added, removed); // a sine before a run of tanh and one tanh less, or a sine in the place of a tanh
        Assert.Equal(10, added + Nodes(change, ChangeKind.Changed).Length);
    }

    private static string[] Nodes(GraphDifference change, ChangeKind kind) =>
        [.. change.Nodes.Where(node => node.Kind == kind).Select(node => $"{node.Node.Kind} {node.Aspects}").Order()];

    private static IEnumerable<long> Ids(IEnumerable<GraphNode?> nodes) => nodes.OfType<GraphNode>().Select(node => node.Id).Order();

    private static GraphSnapshot Snapshot(StoredProgram program, int inserted = -1)
    {
        var values = ProgramSuite.Leaves(program).Select((leaf, i) => leaf.Named($"leaf {i}")).ToList();
        var used = new HashSet<int>();
        foreach (var (place, step) in program.Steps.Index())
        {
            used.UnionWith(step.Operands);
            var value = ProgramSteps.All[step.Operation]([.. step.Operands.Select(operand => values[operand])], step.Parameters);
            values.Add(place == inserted ? value.Erf() : value);
        }

        return Graph.Of([.. values.Where((_, place) => !used.Contains(place))]);
    }
}
