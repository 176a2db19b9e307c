using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Optim;

/// <summary>Optimisers against PyTorch's, eager and compiled, and what they do to tensors.</summary>
public class OptimizerTests(TrajectoryTable table) : IClassFixture<TrajectoryTable>
{
    private const int Steps = 100;

    public static TheoryData<int, bool> Runs()
    {
        var runs = new TheoryData<int, bool>();
        for (var number = 0; number < StoredRun.All.Count; number++)
        {
            runs.Add(number, false);
            if (!StoredRun.All[number].IsLbfgs)
            {
                runs.Add(number, true);
            }
        }

        return runs;
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_hundred_steps_go_where_PyTorch_goes(int number, bool compiled)
    {
        var run = StoredRun.All[number];
        var parameters = run.Parameters(DType.Float64);
        var optimizer = run.Make(parameters);

        // Two functions, for every third step gives the last parameter no gradient.
        var (all, some) = (Step(false), Step(true));
        for (var step = 1; step <= Steps; step++)
        {
            (step % 3 == 0 && !run.IsLbfgs ? some : all)();
            if (step == Steps / 2)
            {
                optimizer.LearningRate /= 2;
            }

            if (step % 10 == 0)
            {
                var found = parameters.SelectMany(one => one.Detach().ToArray<double>()).ToArray();
                var deviation = found.Zip(run.Trajectory[step / 10])
                    .Max(pair => Math.Abs(pair.First - pair.Second) / (1 + Math.Abs(pair.Second)));
                Assert.All(found, value => Assert.True(double.IsFinite(value)));
                table.Add(run, deviation);
                Assert.InRange(deviation, 0, 1e-6);
            }
        }

        Func<Tensor> Step(bool withoutLast)
        {
            Func<Tensor> gradients = () =>
            {
                optimizer.ZeroGrad();
                var value = run.Value(parameters);
                value.Backward();
                if (withoutLast)
                {
                    parameters[^1].Grad = null;
                }

                return value;
            };
            Func<Tensor> step = () => optimizer.Step(gradients);
            if (!compiled)
            {
                return step;
            }

            var made = Autograd.Compile(step);
            return () =>
            {
                var value = made.Call();
                Assert.True(made.Report.Calls < 3 || made.Report.Replays == made.Report.Calls - 2, made.ToString());
                return value;
            };
        }
    }

    [Fact]
    public void Every_device_takes_the_same_steps() => Assert.All(StoredRun.All.Where(run => !run.IsLbfgs), run =>
    {
        var (here, there) = (run.Parameters(DType.Float32), run.Parameters(DType.Float32).Select(one => one.Detach().To(NaiveBackend.Device)).ToArray());
        Array.ForEach(there, one => one.RequiresGrad = true);
        var (mine, other) = (run.Make(here), run.Make(there));
        for (var step = 0; step < 5; step++)
        {
            foreach (var (i, parameter) in here.Index())
            {
                parameter.Grad = (parameter.Detach() * 0.3f) + (0.1f * step) - 0.2f;
                there[i].Grad = parameter.Grad.To(NaiveBackend.Device);
            }

            mine.Step();
            other.Step();
        }

        foreach (var (i, parameter) in here.Index())
        {
            Assert.Equal(parameter.Detach().ToArray<float>(), there[i].Detach().To(Device.Cpu).ToArray<float>());
        }
    });

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(33)]
    public void An_element_goes_its_way_wherever_it_lies(int count)
    {
        var long1 = Leaf(100);
        var short1 = Tensor.Of(long1.Detach().ToArray<float>()[..count], requiresGrad: true);
        Step(long1);
        Step(short1);
        Assert.Equal(long1.Detach().ToArray<float>()[..count], short1.Detach().ToArray<float>());

        static void Step(Tensor parameter)
        {
            var optimizer = new Adam([parameter], 0.1, weightDecay: 0.1, amsgrad: true);
            for (var step = 0; step < 3; step++)
            {
                parameter.Grad = parameter.Detach().Sin();
                optimizer.Step();
            }
        }
    }

    [Fact]
    public void A_parameter_that_lies_transposed_is_changed_where_it_lies()
    {
        var (base1, plain) = (Leaf(12).Detach().Reshape(3, 4), Leaf(12).Detach().Reshape(3, 4).T.Clone());
        var view = base1.T;
        view.RequiresGrad = true;
        plain.RequiresGrad = true;
        foreach (var parameter in new[] { view, plain })
        {
            parameter.Grad = Leaf(12).Detach().Reshape(4, 3).Cos();
            new Sgd([parameter], 0.5, momentum: 0.9).Step();
        }

        Assert.Equal(plain.Detach().ToArray<float>(), view.Detach().Clone().ToArray<float>());
        Assert.Equal(plain.Detach().T.Clone().ToArray<float>(), base1.ToArray<float>());
    }

    [Fact]
    public void Infinite_parameters_stay_infinite_without_weight_decay()
    {
        var parameter = Tensor.Of([float.PositiveInfinity, 1f], requiresGrad: true);
        parameter.Grad = Tensor.Of([1f, 1f]);
        new Sgd([parameter], 0.5).Step();
        new Adam([parameter], 0.5).Step();
        Assert.Equal(float.PositiveInfinity, parameter.Detach().ToArray<float>()[0]);
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_and_takes_no_step()
    {
        var (moved, kept) = (Leaf(3), Leaf(3));
        var before = kept.Detach().ToArray<float>();
        var optimizer = new Adam([moved, kept]);
        moved.Grad = Tensor.OnesLike(moved);
        optimizer.Step();
        Assert.Equal(before, kept.Detach().ToArray<float>());
        Assert.Equal(1, optimizer.StateOf(moved)["step"].Item<double>());
        Assert.Equal(0, optimizer.StateOf(kept)["step"].Item<double>());
    }

    [Fact]
    public void The_state_is_there_to_be_seen()
    {
        var parameter = Leaf(4);
        var optimizer = new Adam([parameter], amsgrad: true);
        parameter.Grad = Tensor.OnesLike(parameter);
        optimizer.Step();
        var state = optimizer.StateOf(parameter);
        Assert.Equal(["step", "exp_avg", "exp_avg_sq", "max_exp_avg_sq"], state.Keys);
        Assert.All(state["exp_avg"].ToArray<float>(), mean => Assert.Equal(0.1, mean, 1e-7));
        Assert.All(state["exp_avg_sq"].ToArray<float>(), square => Assert.Equal(0.001, square, 1e-7));
        Assert.Equal("adam: 1 parameters, 4 numbers; lr 0.001, beta1 0.9, beta2 0.999, eps 1E-08, weight_decay 0", optimizer.ToString());
    }

    [Fact]
    public void Groups_have_options_of_their_own()
    {
        var (slow, fast) = (Leaf(3), Leaf(3));
        var optimizer = new Sgd([slow], lr: 0.1);
        optimizer.AddGroup([fast])["lr"] = 0.2;
        Array.ForEach([slow, fast], one => one.Grad = Tensor.OnesLike(one));
        var before = slow.Detach().ToArray<float>();
        optimizer.Step();
        Assert.All(before.Zip(slow.Detach().ToArray<float>()), pair => Assert.Equal(pair.First - 0.1f, pair.Second, 1e-6f));
        Assert.All(before.Zip(fast.Detach().ToArray<float>()), pair => Assert.Equal(pair.First - 0.2f, pair.Second, 1e-6f));

        optimizer.LearningRate = 0.5;
        Assert.All(optimizer.Groups, group => Assert.Equal(0.5, group.LearningRate));
    }

    [Fact]
    public void A_step_counts_as_a_change_of_what_a_graph_has_kept()
    {
        var parameter = Leaf(3).Named("w");
        var loss = parameter.Square().Sum();
        parameter.Grad = Tensor.OnesLike(parameter);
        new Sgd([parameter], 0.1).Step();
        Assert.Contains("sgd", Assert.Throws<InvalidOperationException>(() => loss.Backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Gradients_are_gone_after_ZeroGrad()
    {
        var (parameter, frozen) = (Leaf(3), Tensor.Ones([3]));
        parameter.Grad = Tensor.OnesLike(parameter);
        new Sgd([parameter, frozen]).ZeroGrad();
        Assert.Null(parameter.Grad);
    }

    private static Tensor Leaf(int count) => Tensor.Of(Enumerable.Range(0, count).Select(i => (float)Math.Sin(0.7 * i)).ToArray(), requiresGrad: true);
}
