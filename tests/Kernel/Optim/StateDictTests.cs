namespace NotebookGrad.Tests.Optim;

/// <summary>Trainings that go on from what was saved.</summary>
public class StateDictTests
{
    public static TheoryData<int> Runs() => [.. Enumerable.Range(0, StoredRun.All.Count)];

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_training_goes_on_to_the_same_bits(int number)
    {
        var run = StoredRun.All[number];
        var through = run.Parameters(DType.Float32);
        var optimizer = run.Make(through);
        Train(run, through, optimizer, 5);
        using var file = new MemoryStream();
        SafeTensors.Save(file, optimizer.StateDict());
        var resumed = Array.ConvertAll(through, one => one.Detach().Clone().RequiresGrad_());
        Train(run, through, optimizer, 5);

        var other = run.Make(resumed);
        other.LearningRate = 7;
        file.Position = 0;
        other.LoadStateDict(SafeTensors.Load(file));
        Train(run, resumed, other, 5);
        Assert.Equal(
            through.SelectMany(one => one.Detach().ToArray<float>()),
            resumed.SelectMany(one => one.Detach().ToArray<float>()));
        Assert.Equal(optimizer.LearningRate, other.LearningRate);
    }

    [Fact]
    public void Names_are_those_of_PyTorch_numbered()
    {
        var optimizer = new NAdam([Leaf(2), Leaf(3)]);
        optimizer.AddGroup([Leaf(1)]);
        var saved = optimizer.StateDict();
        Assert.Equal(["step", "mu_product", "exp_avg", "exp_avg_sq"], optimizer.StateOf(optimizer.Groups[1].Parameters[0]).Keys);
        Assert.Equal(3, saved["state.1.exp_avg"].Shape[0]);
        Assert.Equal(1, saved["state.2.mu_product"].Item<double>());
        Assert.Equal(0.002, saved["param_groups.1.lr"].Item<double>());
        Assert.Equal(0.002, saved["param_groups.1.initial_lr"].Item<double>());
        Assert.Equal((3 * 4) + (2 * 7), saved.Count);
    }

    [Fact]
    public void What_is_saved_is_a_copy()
    {
        var parameter = Leaf(2);
        var optimizer = new Adagrad([parameter], initialAccumulatorValue: 0.5);
        var saved = optimizer.StateDict();
        parameter.Grad = Tensor.OnesLike(parameter);
        optimizer.Step();
        Assert.Equal([0.5f, 0.5f], saved["state.0.sum"].ToArray<float>());
        Assert.Equal([1.5f, 1.5f], optimizer.StateOf(parameter)["sum"].ToArray<float>());
    }

    [Fact]
    public void A_compiled_step_goes_on_from_what_is_loaded()
    {
        var (one, two) = (Leaf(3), Leaf(3));
        var (eager, compiled) = (new Adam([one], 0.1), new Adam([two], 0.1));
        var step = Autograd.Compile(() => Step(two, compiled));
        for (var i = 0; i < 4; i++)
        {
            Step(one, eager);
            step.Call();
        }

        var blank = new Adam([Leaf(3)], 0.3).StateDict();
        eager.LoadStateDict(blank);
        compiled.LoadStateDict(blank);
        Step(one, eager);
        step.Call();
        Assert.Equal(3, step.Report.Replays);
        Assert.Equal(one.Detach().ToArray<float>(), two.Detach().ToArray<float>());

        static Tensor Step(Tensor parameter, Optimizer optimizer)
        {
            optimizer.ZeroGrad();
            var loss = parameter.Square().Sum();
            loss.Backward();
            optimizer.Step();
            return loss;
        }
    }

    [Fact]
    public void What_does_not_fit_changes_nothing()
    {
        var optimizer = new Adam([Leaf(2)]);
        var saved = optimizer.StateDict().ToDictionary();
        saved["param_groups.0.lr"] = Tensor.Of([0.5]);
        saved["state.0.exp_avg"] = Tensor.Ones([2]);
        saved["state.0.exp_avg_sq"] = Tensor.Ones([3]);
        Assert.Throws<ArgumentException>(() => optimizer.LoadStateDict(saved));
        Assert.Equal(0.001, optimizer.LearningRate);
        Assert.Equal([0f, 0f], optimizer.StateDict()["state.0.exp_avg"].ToArray<float>());
    }

    private static void Train(StoredRun run, Tensor[] parameters, Optimizer optimizer, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            optimizer.Step(() =>
            {
                optimizer.ZeroGrad();
                var value = run.Value(parameters);
                value.Backward();
                return value;
            });
        }
    }

    private static Tensor Leaf(int count) => Tensor.Ones([count], requiresGrad: true);
}
