namespace NotebookGrad.Tests.Optim;

/// <summary>Schedules of learning rates against PyTorch's, and beside other changes.</summary>
public class ScheduleTests
{
    public static TheoryData<int> Runs() => [.. Enumerable.Range(0, StoredSchedule.All.Count)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void Rates_are_those_of_PyTorch(int number)
    {
        var run = StoredSchedule.All[number];
        var optimizer = run.Optimizer();
        var step = run.Make(optimizer);

        // PyTorch works out the cosine's rates from the rates before, and drifts.
        var tolerance = run.Schedule is "CosineAnnealingLR" or "SequentialLR" ? 1e-9 : 1e-12;
        for (var i = 0; i < run.Rates[0].Length; i++)
        {
            foreach (var (g, group) in optimizer.Groups.Index())
            {
                Assert.Equal(run.Rates[g][i], group.LearningRate, tolerance);
                if (run.Momenta is { } momenta)
                {
                    Assert.Equal(momenta[g][i], group[run.Adam ? "beta1" : "momentum"], 1e-12);
                }
            }

            if (i + 1 < run.Rates[0].Length)
            {
                step(i);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_saved_schedule_goes_on_where_it_was(int number)
    {
        var run = StoredSchedule.All[number];
        if (run.Schedule == "ReduceLROnPlateau")
        {
            return; // see below
        }

        var (first, second) = (run.Optimizer(), run.Optimizer());
        var (schedule, other) = (run.Scheduler(first), run.Scheduler(second));
        Steps(schedule, 20);
        second.LoadStateDict(first.StateDict());
        other.LoadStateDict(schedule.StateDict());
        Assert.Equal(20, other.StepCount);
        Assert.Equal(schedule.LastRates, other.LastRates);
        Steps(schedule, 15);
        Steps(other, 15);
        Assert.Equal(schedule.LastRates, other.LastRates);

        static void Steps(LRScheduler schedule, int count)
        {
            for (var i = 0; i < count; i++)
            {
                schedule.Step();
            }
        }
    }

    [Fact]
    public void A_saved_plateau_goes_on_where_it_was()
    {
        var (first, second) = (Optimizer(), Optimizer());
        var (schedule, other) = (new ReduceLROnPlateau(first, 0.5, 2, cooldown: 2), new ReduceLROnPlateau(second, 0.5, 2, cooldown: 2));
        double[] losses = [3, 2, 2.5, 2.5, 2.5, 2.4, 2.4, 2.3, 2.2, 2.2, 2.1, 1];
        foreach (var loss in losses[..6])
        {
            schedule.Step(loss);
        }

        second.LoadStateDict(first.StateDict());
        other.LoadStateDict(schedule.StateDict());
        foreach (var loss in losses[6..])
        {
            schedule.Step(loss);
            other.Step(loss);
            Assert.Equal(schedule.LastRates, other.LastRates);
        }

        Assert.Equal(0.025, first.LearningRate, 1e-15);
    }

    [Fact]
    public void A_rate_that_is_set_by_hand_is_where_a_new_schedule_starts()
    {
        var optimizer = Optimizer();
        var old = new StepLR(optimizer, 2, 0.5);
        old.Step();
        optimizer.LearningRate = 0.3;
        Assert.Throws<InvalidOperationException>(old.Step);
        Assert.Equal(0.3, optimizer.LearningRate);
        Assert.Equal(1, old.StepCount);

        var schedule = new StepLR(optimizer, 1, 0.5);
        schedule.Step();
        Assert.Equal(0.15, optimizer.LearningRate);
        Assert.Equal(0.3, optimizer.Groups[0].InitialLearningRate);
    }

    [Fact]
    public void Where_a_schedule_rests_another_may_go_on()
    {
        var optimizer = Optimizer();
        var warmUp = new LinearLR(optimizer, 0.5, totalIters: 2);
        var plateau = new ReduceLROnPlateau(optimizer, 0.5, patience: 0);
        for (var step = 0; step < 5; step++)
        {
            warmUp.Step();
            if (step > 1)
            {
                plateau.Step(1);
            }
        }

        Assert.Equal(0.1 / 4, optimizer.LearningRate, 1e-15);
    }

    [Fact]
    public void A_compiled_step_takes_the_scheduled_rate()
    {
        var parameter = Tensor.Of([1.0], requiresGrad: true);
        var optimizer = new Sgd([parameter], 1);
        var schedule = new ExponentialLR(optimizer, 0.5);
        var step = Autograd.Compile(() =>
        {
            optimizer.ZeroGrad();
            var loss = parameter.Sum();
            loss.Backward();
            optimizer.Step();
            return loss;
        });
        for (var i = 0; i < 6; i++)
        {
            step.Call();
            schedule.Step();
        }

        Assert.Equal(4, step.Report.Replays);
        Assert.Equal(1 - (2 * (1 - Math.Pow(0.5, 6))), parameter.Detach().Item<double>(), 1e-15);
    }

    [Fact]
    public void Groups_added_later_keep_their_rate()
    {
        var optimizer = Optimizer();
        var schedule = new ExponentialLR(optimizer, 0.5);
        optimizer.AddGroup([Tensor.Zeros([1], requiresGrad: true)]);
        schedule.Step();
        Assert.Equal([0.05, 0.1], optimizer.Groups.Select(group => group.LearningRate));
        Assert.Equal([0.05], schedule.LastRates);
    }

    private static Sgd Optimizer() => new([Tensor.Zeros([1], requiresGrad: true)], 0.1);
}
