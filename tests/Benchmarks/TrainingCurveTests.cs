using NotebookGrad.Benchmarks.Footprints;

namespace NotebookGrad.Benchmarks.Tests;

/// <summary>Growth of memory is told from the middle of many samples, after the warm-up.</summary>
public class TrainingCurveTests
{
    [Fact]
    public void Growth_leads_from_the_third_tenth_to_the_last()
    {
        Assert.Equal(0.1, Of(sample => sample < 20 ? 1 : sample < 90 ? 1000 : 1100).Growth, 12);
        Assert.Equal(0, Of(_ => 1000).Growth);
        Assert.Equal(-0.5, Of(sample => sample < 50 ? 1000 : 500).Growth, 12);
    }

    [Fact]
    public void A_single_peak_is_no_growth() =>
        Assert.Equal(0, Of(sample => sample == 95 ? 5000 : 1000).Growth);

    private static TrainingCurve Of(Func<int, long> resident) => new(
        [.. Enumerable.Range(0, TrainingCurve.Samples).Select(i => new Sample(i, resident(i), 0, 0, 0))]);
}
