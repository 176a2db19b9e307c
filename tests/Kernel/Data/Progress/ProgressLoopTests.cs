using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Data;

public class ProgressLoopTests
{
    private readonly RecordingHost host = new();
    private readonly HandClock clock = new();

    [Fact]
    public void A_loop_gets_everything_in_order_and_ends_with_its_count()
    {
        Assert.Equal(Enumerable.Range(0, 94), Loop(94));
        Assert.Equal("[##########] 100% · 94 batches · 0.0 s", host.Last);
        Assert.Single(host.Places);
        Assert.Equal([true], host.Places[0].Where(shown => shown.IsLast).Select(shown => shown.IsLast));
        Assert.Equal("[----------]   0% · 0 of 94 batches · 0.0 s", host.Places[0][0].Text);
    }

    [Fact]
    public void While_it_runs_it_tells_how_far_it_is_how_fast_and_how_long_it_will_take()
    {
        foreach (var batch in Loop(94, items: 32))
        {
            clock.Move(0.1);
            if (batch == 37)
            {
                Assert.Equal(
                    "[###-------]  39% · 37 of 94 batches · 5.7 s left · 3.7 s · 10 batches/s · 320 items/s",
                    host.Last);
            }
        }

        Assert.Equal("[##########] 100% · 94 batches · 9.4 s · 10 batches/s · 320 items/s", host.Last);
    }

    [Fact]
    public void The_time_left_follows_a_change_of_pace_and_forgives_one_slow_step()
    {
        var left = new List<double>();
        foreach (var batch in Loop(2000))
        {
            clock.Move(batch == 0 ? 5 : batch < 1000 ? 0.1 : 0.2);
            left.Add(host.Shown!.Left?.TotalSeconds ?? double.NaN);
        }

        Assert.InRange(left[500], 150, 165);
        Assert.InRange(left[1999], 0.15, 0.25);
        Assert.InRange(left[1500], 95, 101);
    }

    [Fact]
    public void Epochs_are_one_loop_in_one_picture()
    {
        var texts = new List<string>();
        foreach (var batch in Loop(4, epochs: 3))
        {
            texts.Add(host.Shown!.Heading);
        }

        Assert.Equal(12, texts.Count);
        Assert.Equal("epoch 2 of 3 · 1 of 4 batches", texts[5]);
        Assert.Equal("3 epochs, 12 batches", host.Shown!.Heading);
        Assert.Single(host.Places);
        Assert.Equal(1, host.Shown.Share);
    }

    [Fact]
    public void Gone_through_again_it_goes_on_in_the_same_picture_as_the_next_epoch()
    {
        var batches = Loop(4);
        for (var epoch = 1; epoch <= 3; epoch++)
        {
            foreach (var batch in batches)
            {
                Assert.Equal(epoch, batches.Epoch);
            }

            batches.Report(("accuracy", epoch));
        }

        Assert.Single(host.Places);
        Assert.Contains("epoch 3 · 3 of 4 batches", host.Places[0].Select(shown => Heading(shown.Text)));
        Assert.Equal("3 epochs, 12 batches · accuracy 3 · 0.0 s", host.Last);
        Assert.Equal([4, 8, 12], host.Shown!.Metrics[0].Points.Select(point => point.FirstStep));
    }

    [Fact]
    public void A_loop_inside_of_another_shares_its_picture()
    {
        var shares = new List<double>();
        foreach (var epoch in Loop(3, "epoch"))
        {
            foreach (var batch in Loop(4))
            {
                shares.Add(host.Shown!.Share!.Value);
                Assert.Equal($"epoch {epoch + 1} of 3 · {batch} of 4 batches", host.Shown.Heading);
            }

            foreach (var batch in Loop(2))
            {
                shares.Add(host.Shown!.Share!.Value);
            }
        }

        Assert.Single(host.Places);
        Assert.Equal("3 epochs, 18 batches", host.Shown!.Heading);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(0.25, shares[3], 1e-12);
    }

    [Fact]
    public void The_losses_of_backward_are_its_curve_by_themselves()
    {
        var w = Tensor.Of(3f, requiresGrad: true);
        Passes(w, 1);
        foreach (var batch in Loop(4))
        {
            (w * (batch + 1)).Backward();
        }

        Passes(w, 1);
        var loss = Assert.Single(host.Shown!.Metrics);
        Assert.Equal("loss", loss.Name);
        Assert.Equal([3, 6, 9, 12], loss.Points.Select(point => point.Mean));
        Assert.Equal([1, 2, 3, 4], loss.Points.Select(point => point.FirstStep));
    }

    [Fact]
    public void Named_losses_have_curves_of_their_own_and_what_is_no_number_has_none()
    {
        var w = Tensor.Ones([2], requiresGrad: true);
        foreach (var batch in Loop(2))
        {
            w.Sum().Named("generator").Backward();
            (w * 2).Sum().Backward();
            w.Square().Backward(Tensor.Ones([2]));
        }

        Assert.Equal(["generator", "loss"], host.Shown!.Metrics.Select(metric => metric.Name));
    }

    [Fact]
    public async Task Losses_of_another_flow_are_not_its_own_and_those_behind_an_await_are()
    {
        var w = Tensor.Of(1f, requiresGrad: true);
        using var ready = new SemaphoreSlim(0);
        using var done = new SemaphoreSlim(0);
        var other = Task.Run(async () =>
        {
            await ready.WaitAsync();
            Passes(w, 5);
            done.Release();
        });
        foreach (var batch in Loop(1))
        {
            ready.Release();
            await done.WaitAsync();
            await Task.Yield();
            (w * 7).Backward();
        }

        await other;
        Assert.Equal([7], Assert.Single(host.Shown!.Metrics).Points.Select(point => point.Mean));
    }

    [Fact]
    public void A_compiled_step_is_no_obstacle()
    {
        var w = Tensor.Of(1f, requiresGrad: true);
        var step = Autograd.Compile((Tensor x) =>
        {
            var loss = w * x;
            loss.Backward();
            return loss;
        });
        var loop = Loop(5);
        foreach (var batch in loop)
        {
            loop.Report(("loss", step.Call(Tensor.Of((float)batch))));
        }

        Assert.Equal([0, 1, 2, 3, 4], Assert.Single(host.Shown!.Metrics).Points.Select(point => point.Mean));
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_counted_from_the_first_on()
    {
        var loop = Loop(10);
        foreach (var batch in loop)
        {
            loop.Report(("loss", batch < 6 ? 1.0 / batch : double.NaN));
        }

        var loss = Assert.Single(host.Shown!.Metrics);
        Assert.Equal((5, 1, double.NaN), (loss.NotFinite, loss.FirstNotFinite, loss.Last));
        Assert.Equal(5, loss.Points.Count);
    }

    [Fact]
    public void A_long_loop_takes_bounded_memory()
    {
        var loop = Loop(100_000);
        host.Pause = _ => TimeSpan.FromHours(1);
        foreach (var batch in loop)
        {
            loop.Report(("number", batch), ("seldom", batch - (batch % 1000)));
        }

        var (number, seldom) = (host.Shown!.Metrics[0], host.Shown.Metrics[1]);
        Assert.InRange(number.Points.Count, ProgressMetric.MostPoints / 2, ProgressMetric.MostPoints);
        Assert.All(number.Points, point => Assert.Equal((point.FirstStep + point.LastStep) / 2.0, point.Mean + 1, 1e-6));
        Assert.Equal((1, 0, 100_000), (number.Points[0].FirstStep, number.Points[0].Minimum, number.Points[^1].LastStep));
        Assert.Equal(99_000, seldom.Points[^1].Maximum);
    }

    [Fact]
    public void Without_a_known_end_it_counts()
    {
        foreach (var number in new ProgressLoop<int>(Endless(), "step", null, 1, host: host, clock: clock))
        {
            clock.Move(2);
            if (number == 5)
            {
                break;
            }
        }

        Assert.Equal("stopped at step 6 · 12 s · 2.0 s/step", host.Last);
        Assert.Contains("5 steps · 10 s · 2.0 s/step", host.Places[0].Select(shown => shown.Text));
    }

    [Fact]
    public void A_collection_that_only_counts_is_known_by_its_count_and_a_given_total_wins()
    {
        Assert.Equal(45, Parts(new DataLoader(Datasets.Of(new int[89]), 2).WithProgress())[0].Total);
        Assert.Equal(7, Parts(new[] { 1, 2 }.WithProgress(total: 7))[0].Total);
        Assert.Null(Parts(Endless().WithProgress("number"))[0].Total);
    }

    [Fact]
    public void Left_out_in_another_cell_it_is_shown_there_anew()
    {
        var batches = Loop(2);
        host.Cell = "first";
        Assert.Equal(2, batches.Count());
        Assert.Equal(2, batches.Count());
        host.Cell = "second";
        Assert.Equal(2, batches.Count());
        Assert.Equal(2, host.Places.Count);
    }

    [Fact]
    public void A_host_that_fails_costs_only_the_picture()
    {
        host.OnShow = () => throw new InvalidOperationException("no screen");
        Assert.Equal(50, Loop(50).Count());
        Assert.Equal(2, host.Places.Count);
    }

    [Fact]
    public void Loops_of_several_tasks_inside_of_one_do_not_harm_each_other()
    {
        foreach (var epoch in Loop(2, "epoch"))
        {
            Parallel.For(0, 8, _ => Assert.Equal(500, Loop(500).Count()));
        }

        Assert.Equal("2 epochs", host.Shown!.Heading.Split(',')[0]);
        Assert.Equal(3, Loop(3).Count());
        Assert.Equal("3 batches", host.Shown!.Heading);
    }

    private static string Heading(string text) => text.Contains("] ") ? string.Join(" · ", text.Split(" · ")[1..3]) : text;

    private static IReadOnlyList<ProgressPart> Parts<T>(ProgressLoop<T> loop)
    {
        foreach (var item in loop)
        {
            return loop.Snapshot().Parts;
        }

        return [];
    }

    private static void Passes(Tensor w, int count)
    {
        for (var i = 0; i < count; i++)
        {
            (w * 100).Backward();
        }
    }

    private static IEnumerable<int> Endless()
    {
        for (var i = 0; ; i++)
        {
            yield return i;
        }
    }

    private ProgressLoop<int> Loop(int count, string noun = "batch", int epochs = 1, int items = 0) =>
        new(Enumerable.Range(0, count), noun, null, epochs, items, host, clock);
}
