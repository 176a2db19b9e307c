using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow;

public class FirstCauseTests
{
    public static TheoryData<string, Func<Tensor, Tensor>, string, bool> Cases => new()
    {
        { "log of 0", w => ((w * 0).Log() * 0).Sum(), "log", false },
        { "0 by 0", w => (w * 0 / (w * 0)).Sum(), "div", false },
        { "overflow", w => (w * 200).Exp().Sum(), "exp", false },
        { "∞ by ∞", w => (w * 1000).Exp() is var e ? (e / e.Sum()).Log().Sum() : e, "exp", false },
        { "root at 0", w => (w - w.Detach()).Sqrt().Sum() + w.Sum(), "sqrt", true },
        { "norm of 0", w => (w * 0).Pow(2).Sum().Sqrt(), "sqrt", true },
        { "what was chosen away", w => Tensor.Where(w > 0, w, (w - w.Detach()).Pow(0.5)).Sum(), "pow", true },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void The_operation_is_found_that_made_the_first_number_that_is_not_finite(
        string name, Func<Tensor, Tensor> loss, string operation, bool inBackward)
    {
        var w = Tensor.Of([1f, 2, 3]).RequiresGrad_().Named(name);
        using var flow = GradientFlow.Watch([w], every: 10);
        for (var step = 0; step < 13; step++)
        {
            w.Grad = null;
            w.Sum().Backward();
            new Sgd([w], 1e-3).Step();
        }

        w.Grad = null;
        loss(w).Backward();
        var cause = flow.Snapshot().Cause!;
        Assert.Equal((13, operation, inBackward), (cause.Step, cause.Operation, cause.InBackward));
        Assert.True(cause.NaNs + cause.Infinities > 0);
        Assert.NotEmpty(cause.Given);
        Assert.All(cause.Given, one => Assert.True(double.IsFinite(one.Minimum)));
    }

    [Fact]
    public void A_parameter_that_was_so_from_the_start_is_the_cause()
    {
        var w = Tensor.Of([1f, float.NaN]).RequiresGrad_().Named("w");
        using var flow = GradientFlow.Watch([w]);
        (w * 2).Sum().Backward();
        var cause = flow.Snapshot().Cause!;
        Assert.Equal(("parameter", "w", 1), (cause.Operation, cause.Name, cause.NaNs));
    }

    [Fact]
    public void Data_that_are_so_are_the_cause_and_are_told_from_a_parameter()
    {
        var w = Tensor.Of([1f, 2]).RequiresGrad_();
        using var flow = GradientFlow.Watch([w]);
        (w * Tensor.Of([3f, float.NaN])).Sum().Backward();
        Assert.Equal("constant", flow.Snapshot().Cause!.Operation);
        var finding = Assert.Single(flow.Findings, one => one.Disease == FlowDisease.NotFinite);
        Assert.Equal("At step 0 there was 1 NaN in the data to begin with.", finding.Evidence);
    }

    [Fact]
    public void The_first_cause_stays_and_where_all_is_finite_there_is_none()
    {
        var w = Tensor.Of([1f, 2]).RequiresGrad_();
        using var flow = GradientFlow.Watch([w]);
        (w * 2).Sum().Backward();
        Assert.Null(flow.Snapshot().Cause);

        (w * 100).Exp().Sum().Backward();
        (w * 0).Log().Sum().Backward();
        Assert.Equal("exp", flow.Snapshot().Cause!.Operation);
    }

    [Fact]
    public void A_module_or_the_layer_before_is_the_place()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        (Trained.Loss(net) * 0).Log().Backward();
        Assert.Equal("2", flow.Snapshot().Cause!.Place);

        using var inside = GradientFlow.Watch(net);
        using (Graph.Module("head"))
        {
            (Trained.Loss(net) * 0).Log().Backward();
        }

        Assert.Equal("head", inside.Snapshot().Cause!.Place);
    }
}
