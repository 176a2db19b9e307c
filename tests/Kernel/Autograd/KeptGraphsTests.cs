namespace NotebookGrad.Tests;

/// <summary>A loop that keeps every loss alive is told so, once; one that keeps numbers is not.</summary>
[Collection(Alone.Name)]
public class KeptGraphsTests : IDisposable
{
    private readonly List<string> advice = [];

    public KeptGraphsTests()
    {
        KeptGraphs.Shared = new KeptGraphs();
        Memory.Advised += advice.Add;
    }

    public void Dispose() => Memory.Advised -= advice.Add;

    [Fact]
    public void A_list_of_losses_is_told_what_it_keeps_and_what_to_keep_instead()
    {
        var losses = new List<Tensor>();
        Train(3 * KeptGraphs.Passes, losses.Add);

        var text = Assert.Single(advice);
        Assert.StartsWith("NotebookGrad: the program keeps what its last 1,000 backward passes began with", text);
        Assert.Contains("that of loss [] has 3 operations and 1,", text);
        Assert.EndsWith(
            "losses.Add(loss.Item<float>()), or losses.Add(loss.Detach()). This is said once.", text);
        Assert.Equal(3 * KeptGraphs.Passes, losses.Count);
    }

    [Fact]
    public void A_running_total_is_told()
    {
        Tensor total = 0f;
        Train(2 * KeptGraphs.Passes, loss => total = total + loss);
        Assert.Single(advice);
        Assert.True(total.RequiresGrad);
    }

    [Fact]
    public void Numbers_and_detached_losses_are_nothing_to_tell_of()
    {
        var losses = new List<object>();
        Train(2 * KeptGraphs.Passes, loss => losses.Add(loss.Item<float>()));
        Train(2 * KeptGraphs.Passes, loss => losses.Add(loss.Detach()));
        Assert.Empty(advice);
        Assert.Equal(4 * KeptGraphs.Passes, losses.Count);
    }

    [Fact]
    public void What_is_dead_but_not_collected_yet_is_not_taken_for_kept()
    {
        var losses = new List<Tensor>();
        Train(KeptGraphs.Passes - 1, losses.Add);
        losses.Clear();
        Train(1, _ => { });
        Assert.Empty(advice);
    }

    private static void Train(int steps, Action<Tensor> keep)
    {
        var (x, w) = (Tensor.Ones([100]), Tensor.Full([100], 0.5f, requiresGrad: true));
        for (var step = 1; step <= steps; step++)
        {
            w.Grad = null;
            var loss = (x * w).Tanh().Sum().Named("loss");
            loss.Backward();
            keep(loss);
        }
    }
}
