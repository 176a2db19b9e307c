using NotebookGrad.Layouts;
using NotebookGrad.Tests.Samples;

namespace NotebookGrad.Tests.Layouts;

public class LevellingTests
{
    // Heights are whole steps of 1/1024.
    private const double Rounding = 0.01;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Links_climb_less_and_items_keep_their_distances(int seed)
    {
        var layering = RandomLayerings.Of(seed);
        FirstOrders.AlongUses(layering);
        var ports = new Ports(layering);
        var heights = Stacked(layering);
        var before = Climbs(layering, ports, heights);
        Levelling.Improve(layering, ports, heights);
        Assert.True(Climbs(layering, ports, heights) <= before + Rounding);
        Assert.All(layering.Layers, items => Assert.All(items.Zip(items.Skip(1)), pair => Assert.True(
            heights[pair.Second] - heights[pair.First]
                >= Heights.Separation(layering, pair.First, pair.Second) - Rounding)));
    }

    private static double[] Stacked(Layering layering)
    {
        var heights = new double[layering.Kinds.Length];
        foreach (var items in layering.Layers)
        {
            foreach (var (upper, lower) in items.Zip(items.Skip(1)))
            {
                heights[lower] = heights[upper] + Heights.Separation(layering, upper, lower);
            }
        }

        return heights;
    }

    private static double Climbs(Layering layering, Ports ports, double[] heights) =>
        Enumerable.Range(0, layering.From.Length).Sum(link => Levelling.Weight(layering, link)
            * Math.Abs(heights[layering.To[link]] - heights[layering.From[link]] - ports.Drop(link)));
}
