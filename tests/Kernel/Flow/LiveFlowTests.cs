using NotebookGrad.Inspection;
using NotebookGrad.Tests.Data;

namespace NotebookGrad.Tests.Flow;

/// <summary>Alone, because the host is the process's.</summary>
[Collection("alone")]
public class LiveFlowTests : IDisposable
{
    private readonly ILiveHost before = LiveHost.Current;
    private readonly RecordingHost host = new();

    public LiveFlowTests() => LiveHost.Current = host;

    public void Dispose() => LiveHost.Current = before;

    [Fact]
    public void One_picture_is_drawn_anew_while_the_network_learns_and_at_the_end_for_the_last_time()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net, every: 2);
        using (flow.Live())
        {
            Assert.Contains("0 steps", Assert.Single(Assert.Single(host.Places)).Text);
            Trained.Train(net, 20);
        }

        var shown = Assert.Single(host.Places);
        Assert.True(shown.Count > 1);
        Assert.Contains("20 steps", shown[^1].Text);
        Assert.Equal(1, shown.Count(one => one.IsLast));
        Assert.True(shown[^1].IsLast);
    }

    [Fact]
    public void It_ends_once_and_shows_nothing_after_that()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        var live = flow.Live();
        live.Dispose();
        live.Dispose();
        Trained.Train(net, 3);
        Assert.Equal([false, true], Assert.Single(host.Places).Select(one => one.IsLast));
    }

    [Fact]
    public void A_host_that_fails_costs_only_the_picture()
    {
        host.OnShow = () => throw new InvalidOperationException("no page");
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net, every: 1);
        using (flow.Live())
        {
            Trained.Train(net, 3);
        }

        Assert.Equal(3, flow.Steps);
    }
}
