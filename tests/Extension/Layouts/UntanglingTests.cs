using NotebookGrad.Layouts;
using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Layouts;

public class UntanglingTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Untangling_adds_no_crossing_and_keeps_every_item(int seed)
    {
        var layering = RandomLayerings.Of(seed);
        FirstOrders.AlongUses(layering);
        var (before, items) = (Crossings.Of(layering), layering.Layers.Select(layer => layer.Order().ToArray()));
        int[][] kept = [.. items];
        Untangling.Improve(layering);
        Assert.True(Crossings.Of(layering) <= before);
        Assert.Equal(kept, layering.Layers.Select(layer => layer.Order().ToArray()));
    }
}
