using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow;

/// <summary>What a gradient flow tells of steps: what they change, and which of them it looks at.</summary>
public class FlowStepsTests
{
    [Fact]
    public void A_step_is_told_by_what_it_changed()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        Trained.Loss(net).Backward();
        var before = net.Parameters.Select(Trained.Elements).ToArray();
        Assert.All(flow.Snapshot().Moments[0].Parameters, one => Assert.Equal(double.NaN, one.UpdateRatio));

        new Adam(net.Parameters, 0.01).Step();
        var told = flow.Snapshot().Moments[0].Parameters;
        for (var i = 0; i < before.Length; i++)
        {
            var change = Trained.Elements(net.Parameters[i]).Zip(before[i], (now, then) => now - then);
            var ratio = Math.Sqrt(change.Sum(x => x * x) / before[i].Sum(x => x * x));
            Assert.Equal(ratio, told[i].UpdateRatio, 1e-6 * ratio);
        }
    }

    [Fact]
    public void Clipping_is_seen_and_so_is_that_there_was_none()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        Trained.Loss(net).Backward();
        GradientClipping.ClipGradNorm_(net.Parameters, 0.01);
        new Sgd(net.Parameters, 0.1).Step();
        net.Parameters.ToList().ForEach(one => one.Grad = null);
        Trained.Loss(net).Backward();
        new Sgd(net.Parameters, 0.1).Step();

        var moments = flow.Snapshot().Moments;
        Assert.True(moments[0].GradientNorm > 0.1);
        Assert.Equal(0.01, moments[0].ClippedNorm, 1e-6);
        Assert.Equal(double.NaN, moments[1].ClippedNorm);
    }

    [Fact]
    public void The_cosine_is_that_between_gradients_of_neighbouring_steps()
    {
        var w = Tensor.Of([1f, 0, 0], requiresGrad: true);
        using var flow = GradientFlow.Watch([w]);
        foreach (var direction in new[] { Tensor.Of([1f, 0, 0]), Tensor.Of([1f, 1, 0]), Tensor.Of([0f, -1, 0]) })
        {
            w.Grad = null;
            (w * direction).Sum().Backward();
            new Sgd([w], 0.1).Step();
        }

        var moments = flow.Snapshot().Moments;
        Assert.Equal(Math.Sqrt(0.5), moments[0].Cosine, 1e-7);
        Assert.Equal(Math.Sqrt(0.5), moments[0].Parameters[0].Cosine, 1e-7);
        Assert.Equal(-Math.Sqrt(0.5), moments[1].Cosine, 1e-7);
        Assert.Equal(double.NaN, moments[2].Cosine);
    }

    [Fact]
    public void The_noise_scale_is_the_variance_of_the_gradient_by_its_squared_mean()
    {
        // Gradients of mean 2 in one of 400 directions, and of variance 0.25 in each: tr Σ / |G|² is 100 / 4.
        var random = new Generator(7);
        var w = Tensor.Zeros([400], requiresGrad: true);
        var mean = Tensor.Zeros([400]);
        mean[0] = 2f;
        using var flow = GradientFlow.Watch([w], every: 1);
        for (var step = 0; step < 200; step++)
        {
            w.Grad = null;
            (w * (mean + (0.5f * Tensor.Randn(400, generator: random)))).Sum().Backward();
            new Sgd([w], 1e-3).Step();
        }

        Assert.InRange(flow.Snapshot().Moments.Skip(50).SkipLast(1).Average(one => one.NoiseScale), 20, 31);
    }

    [Fact]
    public void Passes_that_add_up_belong_to_one_step()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net, every: 1);
        var optimizer = new Sgd(net.Parameters, 0.1);
        for (var step = 0; step < 3; step++)
        {
            optimizer.ZeroGrad();
            Trained.Loss(net).Backward();
            Trained.Loss(net).Backward();
            optimizer.Step();
        }

        var moments = flow.Snapshot().Moments;
        Assert.Equal(3, flow.Steps);
        Assert.Equal([0, 1, 2], moments.Select(one => one.LastStep));
        Assert.DoesNotContain(moments, one => one.Accumulated);
        Trained.AssertSizes(Trained.Elements(net.Parameters[0].Grad), moments[2].Parameters[0].Gradient!);
    }

    [Fact]
    public void Gradients_of_an_earlier_step_that_are_still_there_are_told()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        for (var step = 0; step < 3; step++)
        {
            Trained.Loss(net).Backward();
            new Sgd(net.Parameters, 0.1).Step();
        }

        Assert.Equal([false, true, true], flow.Snapshot().Moments.Select(one => one.Accumulated));
    }

    [Fact]
    public void They_are_told_where_several_passes_make_a_step_unless_they_are_cleared_in_between()
    {
        Assert.Equal([false, true, true], Piled(_ => { }));
        Assert.Equal([false, false, false], Piled(optimizer => optimizer.ZeroGrad()));

        static IEnumerable<bool> Piled(Action<Sgd> between)
        {
            var net = Trained.Net();
            using var flow = GradientFlow.Watch(net);
            var optimizer = new Sgd(net.Parameters, 0.1);
            for (var step = 0; step < 3; step++)
            {
                Trained.Loss(net).Backward();
                between(optimizer);
                Trained.Loss(net).Backward();
                optimizer.Step();
            }

            return flow.Snapshot().Moments.Select(one => one.Accumulated);
        }
    }

    [Fact]
    public void Gradients_that_were_set_to_zero_in_place_are_not_told()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        for (var step = 0; step < 3; step++)
        {
            Trained.Loss(net).Backward();
            new Sgd(net.Parameters, 0.1).Step();
            net.Parameters.ToList().ForEach(one => one.Grad.Zero_());
        }

        Assert.DoesNotContain(flow.Snapshot().Moments, one => one.Accumulated);
    }

    [Fact]
    public void The_first_steps_are_looked_at_and_then_every_so_manieth()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net, every: 4);
        Trained.Train(net, 14);
        Assert.Equal([0, 1, 2, 3, 4, 8, 12], flow.Snapshot().Moments.Select(one => one.FirstStep));
    }

    [Fact]
    public void What_is_remembered_is_bounded_and_leaves_no_step_out()
    {
        var w = Tensor.Of([1.0, -2], requiresGrad: true);
        using var flow = GradientFlow.Watch([w], every: 1);
        var optimizer = new Sgd([w], 1e-4);
        for (var step = 0; step < 3000; step++)
        {
            optimizer.ZeroGrad();
            (w * w).Sum().Backward();
            optimizer.Step();
        }

        var moments = flow.Snapshot().Moments;
        Assert.InRange(moments.Count, FlowSnapshot.MostMoments / 2, FlowSnapshot.MostMoments);
        Assert.Equal((0, 0, 2999), (moments[0].FirstStep, moments[0].LastStep, moments[^1].LastStep));
        Assert.All(moments.Zip(moments.Skip(1)), pair => Assert.Equal(pair.First.LastStep + 1, pair.Second.FirstStep));
        Assert.All(moments.TakeLast(32), one => Assert.Equal(one.FirstStep, one.LastStep));

        // wₙ = w₀(1 − 2·10⁻⁴)ⁿ, and the gradient is 2w.
        Assert.All(moments, one => Assert.Equal(
            2 * 2 * Math.Pow(1 - 2e-4, one.FirstStep), one.Parameters[0].Gradient!.Maximum, 1e-9));
    }

    [Fact]
    public void Joined_moments_have_the_medians_and_histograms_of_all_their_steps()
    {
        var w = Tensor.Of([0.0, 0], requiresGrad: true);
        using var flow = GradientFlow.Watch([w], every: 1);
        for (var step = 0; step <= FlowSnapshot.MostMoments; step++)
        {
            w.Grad = null;
            (w * step).Sum().Backward();
            using (Autograd.NoGrad())
            {
                w.Add_(1);
            }
        }

        // The gradient is the number of the step, and the second moment is steps 1 and 2.
        var joined = flow.Snapshot().Moments[1];
        Assert.Equal((1, 2), (joined.FirstStep, joined.LastStep));
        var gradient = joined.Parameters[0].Gradient!;
        Assert.Equal((4, 1.5), (gradient.Count, gradient.Median));
        Assert.Equal((1, 2, 2), (gradient.Histogram!.Start, gradient.Histogram.Counts[0], gradient.Histogram.Counts[^1]));
    }
}
