using NotebookGrad.Benchmarks.Footprints;

namespace NotebookGrad.Benchmarks.Tests;

/// <summary>Growth of memory is told from the middle of many samples, after the warm-up.</summary>
public class TrainingCurveTests
{
    [Fact]
    public void Growth_leads_from_the_first_tenth_after_the_warm_up_to_the_last()
    {
        Assert.Equal(0.1, Of(sample => sample < 20 ? 1 : sample < 110 ? 1000 : 1100, warmUp: 20).Growth, 12);
        Assert.Equal(0, Of(_ => 1000, warmUp: 10).Growth);
        Assert.Equal(-0.5, Of(sample => sample < 50 ? 1000 : 500, warmUp: 30).Growth, 12);
    }

    [Fact]
    public void A_single_peak_is_no_growth() =>
        Assert.Equal(0, Of(sample => sample == 105 ? 5000 : 1000, warmUp: 10).Growth);

    [Fact]
    public void A_process_is_warm_when_a_tenth_of_the_steps_has_compiled_next_to_nothing()
    {
        Assert.False(TrainingCurve.IsWarm([]));
        Assert.False(TrainingCurve.IsWarm(Compiling(10, _ => 1000)));
        Assert.True(TrainingCurve.IsWarm(Compiling(20, sample => sample < 10 ? 1000 : 1001)));
        Assert.False(TrainingCurve.IsWarm(Compiling(20, sample => sample < 10 ? 1000 : 1002)));
    }

    private static TrainingCurve Of(Func<int, long> resident, int warmUp) => new(
        [
            .. Enumerable.Range(0, warmUp + TrainingCurve.Samples)
                .Select(i => new Sample(i, resident(i), 0, 0, 0, 0)),
        ], warmUp);

    private static Sample[] Compiling(int samples, Func<int, long> methods) =>
        [.. Enumerable.Range(0, samples).Select(i => new Sample(i, 0, methods(i), 0, 0, 0))];
}
