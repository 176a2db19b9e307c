using NotebookGrad.Inspection;
using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class HistogramsViewTests
{
    [Fact]
    public void Ridges_share_an_axis_that_is_symmetric_about_zero()
    {
        // A block from 0 to 1 beside one from −4 to 4: the first fills the fifth of eight parts.
        var ridges = Read(new(0, 0.5, [1, 1]), new(-4, 4, [3, 3]));
        Assert.Equal(4, ridges.Extent);
        var part = RidgeReading.Bins / 8;
        double[] first = [.. new double[4 * part], .. Enumerable.Repeat(1.0, part), .. new double[3 * part]];
        Assert.Equal(first, ridges.Ridges[0].Heights);
        Assert.Equal(Enumerable.Repeat(1.0, RidgeReading.Bins), ridges.Ridges[1].Heights);
    }

    [Fact]
    public void Elements_that_are_all_alike_are_one_bar()
    {
        var ridges = Read(new(-2, 0.5, [0, 0, 1]), new(2, 0, [7]));
        Assert.Equal(2, ridges.Extent);
        Assert.Equal(RidgeReading.Bins - 1, Array.IndexOf([.. ridges.Ridges[1].Heights], 1.0));
        Assert.Equal(1, ridges.Ridges[1].Heights.Sum());
        Assert.Equal(0, Read(new ElementHistogram(0, 0, [7])).Extent);
    }

    [Fact]
    public void The_last_histogram_lies_in_front_and_very_many_are_thinned()
    {
        var view = new HistogramsView(new FlowHistograms(Flows.Large(1), FlowQuantity.Weights));
        var areas = view.Picture!.Marks.OfType<RidgeMark>().ToArray();
        Assert.Equal(10, areas.Length);
        Assert.Equal(areas.Select(area => area.Points[0].Y).Order(), areas.Select(area => area.Points[0].Y));
        Assert.Contains("step 9 at the back, 2,559 in front", view.ToText());
    }

    [Fact]
    public void Of_many_layers_it_is_said_how_many_are_shown() => Assert.Contains(
        "12 of 40 layers", new HistogramsView(new FlowHistograms(Flows.Large(), FlowQuantity.Gradients)).ToHtml());

    private static RidgeReading Read(params ElementHistogram[] histograms)
    {
        var flow = Flows.Healthy(1, histograms.Length);
        flow = flow with
        {
            Moments =
            [
                .. flow.Moments.Zip(histograms, (moment, histogram) => moment with
                {
                    Parameters =
                    [
                        moment.Parameters[0] with
                        {
                            Gradient = moment.Parameters[0].Gradient! with { Histogram = histogram },
                        },
                    ],
                }),
            ],
        };
        return new(new FlowReading(flow, 1).Rows[0], new FlowHistograms(flow, FlowQuantity.Gradients));
    }
}
