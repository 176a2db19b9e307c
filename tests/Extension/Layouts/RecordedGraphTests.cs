using NotebookGrad.Peers.Corpus;
using NotebookGrad.Peers.Drawings;
using NotebookGrad.Peers.Layouters;

namespace NotebookGrad.Tests.Layouts;

public class RecordedGraphTests
{
    private const int MostNodes = 300;

    [Fact]
    public void Nothing_lies_upon_anything_else_in_what_the_engine_records()
    {
        using var ours = new OwnLayout();
        var graphs = GraphCorpus.All.Select(recorded => recorded.ToLayout());
        Assert.All(graphs.Where(graph => graph.Nodes.Count <= MostNodes), graph => Assert.Equal(
            new DrawnOverlaps(0, 0, 0),
            DrawnOverlaps.Of(graph, ours.Arrange(graph, rounds: 1).Drawing)));
    }
}
