using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class GradientScaleTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void The_largest_norm_is_full_and_a_thousandth_of_it_half_full_in_six_decades()
    {
        var scale = Scale(100, 0.1, 1e-9);
        Assert.Equal(1, scale.Part(100)!.Value, 9);
        Assert.Equal(0.5, scale.Part(0.1)!.Value, 9);
        Assert.Equal(0, scale.Part(1e-9)!.Value, 9);
        Assert.Equal("norm 1e-4 to 100", scale.Range);
    }

    [Fact]
    public void A_scale_is_at_least_one_decade() =>
        Assert.Equal(1 - Math.Log10(2), Scale(2, 1).Part(1)!.Value, 9);

    [Fact]
    public void What_has_no_logarithm_has_no_place()
    {
        var scale = Scale(2, 1);
        Assert.Null(scale.Part(0));
        Assert.Null(scale.Part(double.NaN));
        Assert.Null(scale.Part(double.PositiveInfinity));
    }

    [Fact]
    public void Larger_gradients_are_wider()
    {
        var reading = new GraphReading(Graphs.Square(), NoNames);
        var scale = new GradientScale(reading);
        var edges = reading.Edges.Where(edge => edge.CarriesGradient).ToArray();

        // ∂loss/∂x = 24, ∂loss/∂w = 16, and 8 twice.
        var byWidth = edges.OrderByDescending(scale.Width).Select(edge => edge.From.Term.Text).ToArray();
        Assert.Equal(["x", "w"], byWidth[..2]);
        Assert.Single(edges.Where(edge => edge.From.Node.Gradient!.Norm == 8).Select(scale.Width).Distinct());
    }

    private static GradientScale Scale(params double[] norms)
    {
        var graph = new GraphBuilder();
        foreach (var norm in norms)
        {
            graph.Parameter(null, norm);
        }

        var snapshot = graph.Forward();
        return new GradientScale(new GraphReading(
            snapshot with
            {
                Nodes = [.. snapshot.Nodes.Select((node, index) => node with { Gradient = Summaries.Of(norms[index]) })],
            },
            NoNames));
    }
}
