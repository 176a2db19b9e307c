using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Exploration;

public class LearningRateRangeTests
{
    private static readonly StoredExplorations Known = StoredExplorations.Known;

    [Fact]
    public void Losses_are_those_of_PyTorch_with_the_same_rates()
    {
        var (ours, parameters) = (Known.Ranges, Known.Parameters());
        var one = new Sgd(parameters, 1, momentum: 0.9);
        var sgd = Explore.LearningRateRange(one, Step(one, parameters), 1e-4, 0.5, 30);
        Assert.Equal(ours["sgd"].Take(sgd.Losses.Count), sgd.Losses, Near);
        Assert.InRange(sgd.Losses.Count, 20, 30);
        var other = new Adam(parameters, 1);
        var adam = Explore.LearningRateRange(other, Step(other, parameters), 1e-5, 0.3, 25);
        Assert.Equal(ours["adam"].Take(adam.Losses.Count), adam.Losses, Near);
        Assert.Equal((1e-5, 0.3), (adam.Rates[0], adam.Rates[^1]));
        Assert.Equal(Math.Sqrt(1e-5 * 0.3), adam.Rates[12], 1e-12);
    }

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Everything_is_as_before_to_the_last_bit(string name)
    {
        var net = new Sequential(new Linear(3, 4), new BatchNorm1d(4), new Tanh(), new Linear(4, 2)).To(DType.Float64);
        var optimizer = Make(name, net);
        var step = Step(optimizer, net);
        step();
        step();
        optimizer.Groups[0].LearningRate = 0.0123;
        var (before, remembered) = (net.StateDict(), optimizer.StateDict());
        var gradients = net.Parameters.Select(parameter => parameter.Grad!.Clone()).ToArray();

        Explore.LearningRateRange(optimizer, step, steps: 20, model: net);
        Assert.All(net.StateDict(), pair => Assert.True(pair.Value.Equal(before[pair.Key]), pair.Key));
        Assert.All(optimizer.StateDict(), pair => Assert.True(pair.Value.Equal(remembered[pair.Key]), pair.Key));
        Assert.All(net.Parameters.Zip(gradients), pair => Assert.True(pair.First.Grad!.Equal(pair.Second)));

        // Two trainings that go on from there go on alike.
        var after = step().Item<double>();
        net.LoadStateDict(before);
        optimizer.LoadStateDict(remembered);
        Assert.Equal(after, step().Item<double>());
    }

    public static TheoryData<string> Optimizers => ["sgd", "adam", "rmsprop", "lbfgs"];

    [Fact]
    public void Also_a_step_that_fails_leaves_all_as_before()
    {
        var parameters = Known.Parameters();
        var optimizer = new Sgd(parameters, 0.25, momentum: 0.9);
        var (step, count) = (Step(optimizer, parameters), 0);
        Assert.Throws<FormatException>(() => Explore.LearningRateRange(optimizer, () => count++ < 5 ? step() : throw new FormatException()));
        Assert.Equal(0.25, optimizer.LearningRate);
        Assert.All(parameters.Zip(Known.Parameters()), pair => Assert.True(pair.First.Equal(pair.Second)));
        Assert.All(parameters, parameter => Assert.Null(parameter.Grad));
    }

    [Fact]
    public void A_loss_that_explodes_ends_the_test()
    {
        var w = Tensor.Of(new[] { 1.0 }, requiresGrad: true);
        var optimizer = new Sgd([w]);
        var range = Explore.LearningRateRange(optimizer, Step(optimizer, () => 5 * w.Square().Sum()), 1e-3, 100);
        Assert.True(range.Diverged);
        Assert.InRange(range.Losses.Count, 20, 99);

        // A step multiplies w by 1 − 10·rate, which is 0 at 0.1; beyond 0.2 it grows, slowly at first.
        Assert.InRange(range.SuggestedRate!.Value, 0.005, 0.1);
        Assert.InRange(range.BestRate!.Value, 0.1, range.Rates[^2]);
        Assert.InRange(range.Rates[^1], 0.2, 10);
    }

    [Fact]
    public void NaN_ends_the_test_and_without_a_fall_there_is_no_suggestion()
    {
        var optimizer = new Sgd([Tensor.Ones(1, requiresGrad: true)]);
        var nan = Explore.LearningRateRange(optimizer, () => double.NaN);
        Assert.Equal((1, true, null, null), (nan.Losses.Count, nan.Diverged, nan.BestRate, nan.SuggestedRate));
        var flat = Explore.LearningRateRange(optimizer, () => 2.0);
        Assert.Equal((100, false), (flat.Losses.Count, flat.Diverged));
        Assert.Null(flat.SuggestedRate);
    }

    private static bool Near(double one, double other) => Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Abs(one));

    private static Optimizer Make(string name, Module net) => name switch
    {
        "sgd" => new Sgd(net.Parameters, 0.1, momentum: 0.9, nesterov: true),
        "adam" => new Adam(net.Parameters, 0.1),
        "rmsprop" => new RmsProp(net.Parameters, 0.1),
        _ => new Lbfgs(net.Parameters, 0.1),
    };

    private static Func<Tensor> Step(Optimizer optimizer, Tensor[] parameters) =>
        Step(optimizer, () => Known.Loss(parameters));

    private static Func<Tensor> Step(Optimizer optimizer, Sequential net) =>
        Step(optimizer, () => Functional.MseLoss(net.Call(Tensor.Of(Known.Data)), Tensor.Of(Known.Targets)));

    private static Func<Tensor> Step(Optimizer optimizer, Func<Tensor> loss) => () => optimizer.Step(() =>
    {
        optimizer.ZeroGrad();
        var now = loss();
        now.Backward();
        return now;
    });
}
