namespace NotebookGrad.Tests;

public class ModeTests
{
    [Fact]
    public void SetGradEnabled_is_NoGrad_or_EnableGrad()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        using (Autograd.SetGradEnabled(false))
        {
            Assert.False((x * 2).RequiresGrad);
            using (Autograd.SetGradEnabled(true))
            {
                Assert.True((x * 2).RequiresGrad);
            }
        }
    }

    [Fact]
    public void Inference_mode_records_nothing_even_under_EnableGrad_and_can_be_ended_inside()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        using (Autograd.InferenceMode())
        {
            using (Autograd.EnableGrad())
            {
                Assert.False((x * 2).RequiresGrad);
            }

            using (Autograd.InferenceMode(false))
            {
                Assert.True((x * 2).RequiresGrad);
            }
        }

        Assert.True(Autograd.IsRecording);
    }

    [Fact]
    public void A_tensor_of_inference_mode_may_be_added_but_not_kept_and_its_clone_may()
    {
        var w = Tensor.Of([1f, 2f], requiresGrad: true);
        Tensor a, view;
        using (Autograd.InferenceMode())
        {
            a = Tensor.Ones(2);
            view = a[..1];
        }

        Assert.True((a + w).RequiresGrad); // nothing is kept
        Assert.Throws<InvalidOperationException>(() => a * w);
        Assert.Throws<InvalidOperationException>(() => view * w);
        Assert.Throws<InvalidOperationException>(() => a.RequiresGrad_());
        (a.Clone() * w).Sum().Backward();
        Assert.Equal([1f, 1f], w.Grad.ToArray<float>());
    }

    [Fact]
    public async Task Modes_flow_into_tasks_and_not_to_other_flows()
    {
        var inside = new TaskCompletionSource();
        var seen = new TaskCompletionSource();
        var other = Task.Run(async () =>
        {
            await inside.Task;
            var recording = Autograd.IsRecording;
            seen.SetResult();
            return recording;
        });
        using (Autograd.InferenceMode())
        {
            inside.SetResult();
            await seen.Task;
            Assert.False(await Task.Run(() => Autograd.IsRecording));
        }

        Assert.True(await other);
    }

    [Fact]
    public void RequiresGrad_makes_a_leaf_of_data_and_returns_it()
    {
        var x = Tensor.Of(3f);
        Assert.Same(x, x.RequiresGrad_());
        x.Pow(2).Backward();
        Assert.Equal(6f, x.Grad.Item<float>());
        Assert.False(x.RequiresGrad_(false).RequiresGrad);
    }
}
