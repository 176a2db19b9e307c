using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Data;

/// <summary>A loop that does not come to its end says so, leaves nothing behind, and the model as it is.</summary>
public class InterruptionTests
{
    private readonly RecordingHost host = new();
    private readonly HandClock clock = new();

    [Fact]
    public void Broken_off_it_says_where()
    {
        foreach (var batch in Loop(94))
        {
            if (batch == 36)
            {
                break;
            }
        }

        Assert.StartsWith("[###-------]  38% · stopped at batch 37 of 94 · ", host.Last);
        Assert.True(host.Places[0][^1].IsLast);
    }

    [Fact]
    public void An_exception_in_its_body_stops_it_and_is_the_same()
    {
        var problem = new InvalidDataException("my own");
        var thrown = Assert.Throws<InvalidDataException>(() =>
        {
            foreach (var batch in Loop(94))
            {
                throw problem;
            }
        });
        Assert.Same(problem, thrown);
        Assert.Contains("stopped at batch 1 of 94", host.Last);
    }

    [Fact]
    public void An_exception_of_what_it_goes_through_is_told()
    {
        var items = Enumerable.Range(0, 10).Select(i => i < 4 ? i : throw new InvalidDataException("a bad\nfile"));
        Assert.Throws<InvalidDataException>(() =>
            new ProgressLoop<int>(items, "file", 10, 1, host: host, clock: clock).Count());
        Assert.EndsWith("failed at file 4 of 10 · 0.0 s · a bad", host.Last);
        Assert.Equal(ProgressState.Failed, host.Shown!.State);
    }

    [Fact]
    public void A_failure_inside_that_was_caught_is_forgotten()
    {
        foreach (var epoch in Loop(2, "epoch"))
        {
            var items = Enumerable.Range(0, 3).Select(i => i < 2 ? i : throw new InvalidDataException("bad"));
            Assert.Throws<InvalidDataException>(() => new ProgressLoop<int>(items, "file", null, 1).Count());
        }

        Assert.Equal(ProgressState.Finished, host.Shown!.State);
        Assert.Null(host.Shown.Problem);
    }

    [Fact]
    public void Stopped_by_the_user_it_says_so_at_once_and_throws_at_the_next_step()
    {
        var bodies = 0;
        var stopped = Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var epoch in Loop(5, "epoch"))
            {
                foreach (var batch in Loop(94))
                {
                    bodies++;
                    if ((epoch, batch) == (1, 37))
                    {
                        host.Stop();
                        Assert.Contains("stopped at epoch 2 of 5, batch 38 of 94", host.Last);
                    }
                }
            }
        });
        Assert.Equal("stopped at epoch 2 of 5, batch 38 of 94", stopped.Message);
        Assert.Equal(94 + 38, bodies);
        Assert.Equal(ProgressState.Stopped, host.Shown!.State);
        Assert.Single(host.Places);
    }

    [Fact]
    public async Task Stopped_from_another_thread_it_ends()
    {
        host.Pause = _ => TimeSpan.FromHours(1);
        using var begun = new ManualResetEventSlim();
        var stopper = Task.Run(() =>
        {
            begun.Wait();
            host.Stop();
        });
        Assert.Throws<OperationCanceledException>(() =>
        {
            foreach (var batch in Loop(int.MaxValue))
            {
                begun.Set();
            }
        });
        await stopper;
        Assert.Equal(ProgressState.Stopped, host.Shown!.State);
    }

    [Fact]
    public void What_was_stopped_before_does_not_begin()
    {
        host.Stop();
        Assert.Throws<OperationCanceledException>(() => Loop(3).Count());
        Assert.Throws<OperationCanceledException>(() => Loop(3, epochs: 2).Count());
    }

    [Fact]
    public void After_an_interruption_workers_have_ended_the_model_is_usable_and_a_new_loop_works()
    {
        var net = new Linear(2, 1);
        var optimizer = new Sgd(net.Parameters, 0.1);
        var seen = 0;
        var data = Datasets.Of(Enumerable.Range(0, 1000).ToArray()).Map(i =>
        {
            Interlocked.Increment(ref seen);
            return (Tensor.Of([i / 1000f, 1f]), Tensor.Of([1f]));
        });
        var loader = new DataLoader(data, 10, workers: 2);
        void Train(int? stopAt)
        {
            var count = 0;
            foreach (var (x, y) in new ProgressLoop<Tensor[]>(loader, "batch", null, 1, 10, host, clock))
            {
                optimizer.ZeroGrad();
                Functional.MseLoss(net.Call(x), y).Backward();
                optimizer.Step();
                if (++count == stopAt)
                {
                    host.Stop();
                }
            }
        }

        Assert.Throws<OperationCanceledException>(() => Train(stopAt: 5));
        Assert.Equal(5, Assert.Single(host.Shown!.Metrics).Points.Count);
        var known = seen;
        Thread.Sleep(20);
        Assert.Equal(known, seen);
        Assert.True(float.IsFinite(net.Call(Tensor.Ones([1, 2])).Item<float>()));

        var again = new RecordingHost();
        foreach (var (x, y) in new ProgressLoop<Tensor[]>(loader, "batch", null, 1, 10, again, clock))
        {
            Functional.MseLoss(net.Call(x), y).Backward();
        }

        Assert.StartsWith("100 batches", again.Shown!.Heading);
        Assert.Equal(100, again.Shown.Metrics[0].Points[^1].LastStep);
    }

    private ProgressLoop<int> Loop(int count, string noun = "batch", int epochs = 1) =>
        new(Enumerable.Range(0, count), noun, null, epochs, 0, host, clock);
}
