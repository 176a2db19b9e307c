using NotebookGrad.Layouts;
using NotebookGrad.Peers.Corpus;
using NotebookGrad.Peers.Drawings;
using NotebookGrad.Peers.Layouters;

namespace NotebookGrad.Tests.Layouts;

/// <summary>
/// The smaller part of what <c>dotnet run -c Release --project benchmarks -- layouts</c> compares, without its times.
/// </summary>
public class PeerCrossingsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    [PeerFact(Graphviz.Program)]
    public void Edges_cross_at_most_a_twentieth_more_often_than_in_drawings_of_Graphviz()
    {
        using var dot = new Graphviz(Patience);
        Compare(dot, mostNodes: 210, mostCrossings: 1.05);
    }

    [PeerFact(Dagre.Package)]
    public void Edges_cross_no_more_often_than_in_drawings_of_dagre()
    {
        using var dagre = new Dagre(Patience);
        Compare(dagre, mostNodes: 110, mostCrossings: 1);
    }

    private static void Compare(ILayouter peer, int mostNodes, double mostCrossings)
    {
        using var ours = new OwnLayout();
        var compared = GraphCorpus.All
            .Select(recorded => (recorded.Name, Graph: recorded.ToLayout()))
            .Where(one => one.Graph.Nodes.Count <= mostNodes)
            .Select(one => (one.Name, Ours: Crossings(ours, one), Theirs: Crossings(peer, one)))
            .OrderByDescending(one => one.Ours - one.Theirs)
            .ToArray();
        var ratio = (double)compared.Sum(one => one.Ours) / compared.Sum(one => one.Theirs);
        Assert.True(
            ratio <= mostCrossings,
            $"{ratio:0.000} times the crossings of {peer.Name}; the worst:\n{string.Join('\n', compared.Take(12))}");
    }

    private static int Crossings(ILayouter layouter, (string Name, LayoutGraph Graph) one) =>
        layouter.Arrange(one.Graph, rounds: 1) is { } arrangement
            ? DrawnCrossings.Count(one.Graph, arrangement.Drawing)
            : throw new TimeoutException($"{layouter.Name} has not drawn {one.Name} in {Patience}");
}
