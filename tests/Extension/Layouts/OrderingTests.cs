using NotebookGrad.Layouts;
using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Layouts;

public class OrderingTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Crossings_are_counted_as_comparing_all_links_does(int seed)
    {
        var layering = RandomLayerings.Of(seed);
        FirstOrders.AlongUses(layering);
        Assert.Equal(Compared(layering), Crossings.Of(layering));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_ordering_has_no_more_crossings_than_those_it_starts_from(int seed)
    {
        var layering = RandomLayerings.Of(seed);
        FirstOrders.AlongUses(layering);
        var alongUses = Crossings.Of(layering);
        FirstOrders.AlongOperands(layering);
        var alongOperands = Crossings.Of(layering);
        Ordering.Improve(layering);
        Assert.True(Crossings.Of(layering) <= Math.Min(alongUses, alongOperands));
        Assert.All(layering.Layers.Index(), layer =>
            Assert.All(layer.Item, item => Assert.Equal(layer.Index, layering.LayerOf[item])));
        Assert.Equal(layering.Kinds.Length, layering.Layers.SelectMany(layer => layer).Distinct().Count());
    }

    private static long Compared(Layering layering)
    {
        var crossings = 0L;
        var links = Enumerable.Range(0, layering.From.Length).ToArray();
        foreach (var first in links)
        {
            foreach (var second in links)
            {
                crossings += layering.LayerOf[layering.From[first]] == layering.LayerOf[layering.From[second]]
                    && layering.StartPlace(first) < layering.StartPlace(second)
                    && layering.EndPlace(first) > layering.EndPlace(second) ? 1 : 0;
            }
        }

        return crossings;
    }
}
