using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Nn;

public class ModuleSummaryTests
{
    [Fact]
    public void Parts_are_told_with_parameters_outputs_and_bytes()
    {
        var net = new Sequential(("body", new Sequential(new Linear(4, 8), new BatchNorm1d(8), new Relu())), ("head", new Linear(8, 2)));
        net[1].RequiresGrad_(false);
        var summary = net.Summary(Tensor.Ones([5, 4]));
        Assert.Equal(
            [
                "0  Sequential 0 0 1 [5, 2]", "1 body Sequential 0 0 1 [5, 8]", "2 0 Linear 40 0 1 [5, 8]",
                "2 1 BatchNorm1d 16 0 1 [5, 8]", "2 2 Relu 0 0 1 [5, 8]", "1 head Linear 18 18 1 [5, 2]",
            ],
            summary.Parts.Select(part => $"{part.Depth} {part.Name} {part.Type} {part.Parameters} {part.Frozen} {part.Calls} {string.Join(' ', part.Outputs)}"));
        Assert.Equal((74, 18), (summary.Parameters, summary.Frozen));
        Assert.Equal((4 * (74 + 16)) + 8, summary.ParameterBytes);
        Assert.Equal(4 * ((3 * 40) + 10), summary.ActivationBytes);
        Assert.Equal(["", "body", "body.0", "body.1", "body.2", "head"], summary.Parts.Select(part => part.Path));
    }

    [Fact]
    public void A_summary_changes_nothing()
    {
        var net = new Sequential(new Linear(4, 8), new BatchNorm1d(8).Eval(), new Dropout());
        var before = net.StateDict();
        net.Summary(Tensor.Ones([5, 4]));
        Assert.Equal([true, true, false, true], net.NamedModules.Select(part => part.Value.IsTraining));
        Assert.All(net.StateDict(), pair => Assert.True(pair.Value.Equal(before[pair.Key])));
        Assert.Throws<ArgumentException>(() => net.Summary(Tensor.Ones([5, 3])));
        Assert.Equal([true, true, false, true], net.NamedModules.Select(part => part.Value.IsTraining));
    }

    [Fact]
    public void What_is_shared_counts_once_and_without_a_call_there_are_no_outputs()
    {
        var shared = new Linear(4, 4);
        var net = new Sequential(shared, new Tanh(), shared);
        var summary = net.Summary();
        Assert.Equal(20, summary.Parameters);
        Assert.Equal([false, false, false, true], summary.Parts.Select(part => part.IsShared));
        Assert.False(summary.HasOutputs);
        var called = net.Summary(Tensor.Ones([3, 4]));
        Assert.Equal([1, 2, 1, 2], called.Parts.Select(part => part.Calls));
        Assert.Equal(3 * 48, called.ActivationBytes);
    }

    [Fact]
    public void Any_way_to_call_a_module_can_be_watched()
    {
        var lstm = new Lstm(3, 5);
        var part = Assert.Single(lstm.Summary(() => lstm.Call(Tensor.Zeros([7, 2, 3]))).Parts);
        Assert.Equal("[7, 2, 5] [1, 2, 5] [1, 2, 5]", string.Join(' ', part.Outputs));
        Assert.Equal("3 → 5", part.Options);
    }
}
