using NotebookGrad.Peers.Corpus;

namespace NotebookGrad.Tests.Drawings;

public class GraphCorpusTests
{
    [Fact]
    public void There_are_at_least_fifty_graphs_of_up_to_two_thousand_nodes()
    {
        var sizes = GraphCorpus.All.ToDictionary(graph => graph.Name, graph => graph.Record().Nodes.Count);
        Assert.InRange(sizes.Count, 50, 100);
        Assert.InRange(sizes.Values.Max(), 1999, 2001);
    }

    [Fact]
    public void A_graph_is_the_same_each_time() => Assert.All(GraphCorpus.All, graph =>
    {
        var (first, second) = (graph.ToLayout(), graph.ToLayout());
        Assert.Equal(first.Nodes, second.Nodes);
        Assert.Equal(first.Edges, second.Edges);
    });
}
