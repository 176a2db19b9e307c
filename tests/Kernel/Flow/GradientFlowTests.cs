using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using NotebookGrad.Tests.Nn;

namespace NotebookGrad.Tests.Flow;

public class GradientFlowTests
{
    public static TheoryData<DType> DTypes => [DType.Float32, DType.Float64];

    [Theory]
    [MemberData(nameof(DTypes))]
    public void What_is_told_of_gradients_and_weights_is_what_their_elements_are(DType dtype)
    {
        var net = Trained.Net(dtype);
        using var flow = GradientFlow.Watch(net, every: 1);
        Trained.Loss(net).Backward();

        var moment = Assert.Single(flow.Snapshot().Moments);
        Assert.Equal(Trained.Elements(Trained.Loss(net))[0], moment.Loss, 1e-12);
        foreach (var (parameter, told) in net.Parameters.Zip(moment.Parameters))
        {
            Trained.AssertSizes(Trained.Elements(parameter.Grad), told.Gradient!);
            Trained.AssertSizes(Trained.Elements(parameter), told.Weights);
        }

        var squares = net.Parameters.SelectMany(one => Trained.Elements(one.Grad)).Sum(x => x * x);
        Assert.Equal(Math.Sqrt(squares), moment.GradientNorm, 1e-12);
    }

    [Fact]
    public void What_is_told_of_activations_is_what_modules_give_and_what_flows_back_to_them()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        var layers = net.Children.Select(child => (Module<Tensor, Tensor>)child.Value).ToArray();
        var first = layers[0].Call(Trained.X);
        var bent = layers[1].Call(first);
        var last = layers[2].Call(bent);
        foreach (var one in new[] { first, bent, last })
        {
            one.RetainGrad();
        }

        last.Pow(2).Mean().Backward();
        var snapshot = flow.Snapshot();
        Assert.Equal(
            [("0", "linear", 0), ("tanh after 0", "tanh", 0), ("2", "linear", 2)],
            snapshot.Activations.Select(one => (one.Name, one.Operation, one.Parameter)));
        foreach (var (told, tensor) in snapshot.Moments[0].Activations.Zip([first, bent, last]))
        {
            Trained.AssertSizes(Trained.Elements(tensor), told!.Values!);
            Assert.Equal(Trained.Elements(tensor.Grad).Average(Math.Abs), told.Gradient!.Mean, 1e-9);
            Assert.Equal(Math.Sqrt(Trained.Elements(tensor.Grad).Sum(x => x * x)), told.Gradient.Norm, 1e-9);
        }
    }

    [Fact]
    public void Dead_units_and_flat_functions_are_told_by_their_shares()
    {
        var x = StoredLayer.Numbers([16, 1], 3, -1, 1);
        var w = Tensor.Of(new[,] { { 0.0 }, { 1 }, { 2 }, { 3 } }).RequiresGrad_();
        var b = Tensor.Of([-1.0, 2, -9, 4]).RequiresGrad_();
        using var flow = GradientFlow.Watch([w, b]);
        for (var pass = 0; pass < 3; pass++)
        {
            var h = Functional.Linear(x, w, b);
            (h.Relu().Sum() + (h * 2).Tanh().Sum() + (h * 2).Sigmoid().Sum()).Backward();
        }

        var told = flow.Snapshot();
        var z = Trained.Elements(Functional.Linear(x, w, b) * 2);
        Assert.Equal(0.5, Moment("relu").Dead);
        Assert.Equal(double.NaN, Moment("tanh").Dead);
        Assert.Equal(z.Average(t => 1 - (Math.Tanh(t) * Math.Tanh(t)) < 0.05 ? 1.0 : 0), Moment("tanh").Saturated, 1e-12);
        Assert.Equal(z.Average(t => S(t) * (1 - S(t)) < 0.0125 ? 1.0 : 0), Moment("sigmoid").Saturated, 1e-12);

        ActivationMoment Moment(string operation) => told.Moments[^1].Activations[
            told.Activations.Index().First(one => one.Item.Operation == operation).Index]!;
        static double S(double t) => 1 / (1 + Math.Exp(-t));
    }

    [Fact]
    public void Channels_behind_a_convolution_are_its_units()
    {
        var w = Tensor.Of([1f, -1, 0]).Reshape(3, 1, 1).RequiresGrad_();
        using var flow = GradientFlow.Watch([w]);
        Functional.Conv1d(Tensor.Of([1f, 2, 3, 4]).Reshape(1, 1, 4), w).Relu().Sum().Backward();
        Assert.Equal(2 / 3.0, flow.Snapshot().Moments[0].Activations[1]!.Dead, 1e-12);
    }

    [Fact]
    public void Calls_of_a_recurrent_network_are_one_row_with_the_first_and_the_last()
    {
        var rnn = new Rnn(2, 4);
        using var flow = GradientFlow.Watch(rnn);
        rnn.Call(Tensor.Randn([6, 3, 2], generator: new Generator(1))).Output[^1].Sum().Backward();
        var snapshot = flow.Snapshot();
        var row = snapshot.Activations.Index().Single(one => one.Item.Operation == "tanh").Index;
        var told = snapshot.Moments[0].Activations[row]!;
        Assert.Equal((6, 6 * 3 * 4), (told.Calls, told.Values!.Count));
        Assert.Equal(Math.Sqrt(12), told.LastGradientNorm, 1e-6);
        Assert.InRange(told.FirstGradientNorm, 1e-9, told.LastGradientNorm);
    }

    [Fact]
    public void Calls_side_by_side_have_neither_first_nor_last()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        var rows = Enumerable.Range(0, 6).Select(row => net.Call(Trained.X[row]).Pow(2).Sum() * Math.Pow(10, -row));
        rows.Aggregate((a, b) => a + b).Backward();
        Assert.All(flow.Snapshot().Moments[0].Activations, told =>
        {
            Assert.Equal((6, double.NaN, double.NaN), (told!.Calls, told.FirstGradientNorm, told.LastGradientNorm));
        });
        Assert.DoesNotContain(flow.Findings, finding => finding.Disease == FlowDisease.Exploding);
    }

    [Fact]
    public void Layers_that_take_turns_keep_what_they_give_apart()
    {
        var (up, down) = (new Linear(2, 5), new Linear(5, 2));
        using var flow = GradientFlow.Watch(new Sequential(up, down));
        var x = Tensor.Randn([3, 2], generator: new Generator(1));
        for (var turn = 0; turn < 4; turn++)
        {
            x = x + down.Call(up.Call(x).Tanh());
        }

        x.Sum().Backward();
        var snapshot = flow.Snapshot();
        Assert.Equal(["0", "tanh after 0", "1"], snapshot.Activations.Select(one => one.Name));
        Assert.All(snapshot.Moments[0].Activations, told => Assert.Equal(4, told!.Calls));
        Assert.True(snapshot.Moments[0].Activations[0]!.FirstGradientNorm > 0);
    }

    [Fact]
    public void The_graph_has_the_sizes_that_have_flowed()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        var hidden = ((Module<Tensor, Tensor>)net.Children.First().Value).Call(Trained.X).Tanh();
        hidden.RetainGrad();
        ((Module<Tensor, Tensor>)net.Children.Last().Value).Call(hidden).Pow(2).Mean().Backward();

        var graph = flow.OnGraph();
        var node = Assert.Single(graph.Nodes, one => one.Operation == "tanh");
        Assert.Equal(Math.Sqrt(Trained.Elements(hidden.Grad).Sum(x => x * x)), node.Gradient!.Norm, 1e-9);
        Assert.Equal(Trained.Elements(hidden).Average(), node.Value!.Mean, 1e-9);
        var weight = graph.Nodes.First(one => one.Kind == GraphNodeKind.Parameter);
        Assert.Equal(Trained.Elements(net.Parameters[0].Grad).Max(), weight.Gradient!.Maximum, 1e-9);
        Assert.Equal(graph.Nodes.Count, net.Parameters.Count + 1 + graph.OperationCount);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void The_norm_of_gradients_that_are_not_finite_is_not_either(float broken)
    {
        var w = Tensor.Of([1f, 2]).RequiresGrad_();
        using var flow = GradientFlow.Watch([w]);
        (w * Tensor.Of([3, broken])).Sum().Backward();
        Assert.Equal(broken, flow.Snapshot().Moments[^1].GradientNorm);
    }

    [Fact]
    public void Only_passes_that_reach_the_network_count()
    {
        var (net, other) = (Trained.Net(), Trained.Net());
        using var flow = GradientFlow.Watch(net, every: 1);
        using var both = GradientFlow.Watch(net.Parameters.Concat(other.Parameters), every: 1);
        Trained.Train(other, 5);
        Trained.Train(net, 3);
        Assert.Equal((3, 8), (flow.Steps, both.Steps));
        Assert.All(both.Snapshot().Moments.Take(5), one => Assert.Null(one.Parameters[0].Gradient));
    }

    [Fact]
    public void After_the_end_nothing_more_is_seen_and_what_was_stays()
    {
        var net = Trained.Net();
        var flow = GradientFlow.Watch(net);
        Trained.Train(net, 2);
        flow.Dispose();
        Trained.Train(net, 2);
        Assert.Equal((2, 2), (flow.Steps, flow.Snapshot().Moments.Count));
    }

    [Fact]
    public void Watching_changes_no_bit_of_what_is_learned()
    {
        var (alone, watched) = (Trained.Net(), Trained.Net());
        Trained.Train(alone, 25);
        using (GradientFlow.Watch(watched, every: 2))
        {
            Trained.Train(watched, 25);
        }

        Assert.All(alone.Parameters.Zip(watched.Parameters), pair => Assert.Equal(
            pair.First.ToArray<float>(), pair.Second.ToArray<float>()));
    }

    [Fact]
    public void A_failed_pass_leaves_nothing_behind()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net);
        var loss = Trained.Loss(net);
        net.Parameters[0].RegisterHook(_ => throw new InvalidOperationException("no"));
        Assert.Throws<InvalidOperationException>(() => loss.Backward());
        Assert.Equal((0, 0), (flow.Steps, flow.Snapshot().Moments.Count));
    }

    [Fact]
    public void A_pass_that_is_watched_is_not_compiled_and_the_report_says_why()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(net, every: 1);
        var optimizer = new Sgd(net.Parameters, 0.1);
        var step = Autograd.Compile((Tensor x) =>
        {
            optimizer.ZeroGrad();
            var loss = net.Call(x).Pow(2).Mean();
            loss.Backward();
            optimizer.Step();
            return loss;
        });
        for (var i = 0; i < 5; i++)
        {
            step.Call(Trained.X);
        }

        Assert.Equal(5, flow.Steps);
        Assert.Contains("a gradient flow watches", step.Report.ToString());
    }

    [Fact]
    public void Who_watches_one_network_does_not_keep_another_from_being_compiled()
    {
        var net = Trained.Net();
        using var flow = GradientFlow.Watch(Trained.Net(), every: 1);
        var step = Autograd.Compile((Tensor x) =>
        {
            var loss = net.Call(x.T.Contiguous().T).Pow(2).Mean();
            loss.Backward();
            return loss;
        });
        for (var i = 0; i < 5; i++)
        {
            net.Parameters.ToList().ForEach(one => one.Grad = null);
            step.Call(Trained.X);
        }

        Assert.StartsWith("5 calls: 3 replayed", step.Report.ToString());
    }

    [Fact]
    public void Nobody_holds_a_flow_that_nobody_has()
    {
        var net = Trained.Net();
        var weak = Abandoned(net);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(weak.IsAlive);
        Trained.Train(net, 1);

        static WeakReference Abandoned(Module net)
        {
            var flow = GradientFlow.Watch(net);
            return new WeakReference(flow);
        }
    }
}
