using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Nn;

public class ModuleTests
{
    [Fact]
    public void Members_are_found_in_fields_properties_lists_and_dictionaries_and_named_as_in_PyTorch()
    {
        var net = new Zoo();
        Assert.Equal(
            [
                "extra", "scale", "offsets.0", "offsets.1", "first_layer.weight", "first_layer.bias", "blocks.0.weight",
                "blocks.0.bias", "blocks.1.weight", "blocks.1.bias", "by_name.left.weight", "by_name.right.weight",
            ],
            net.NamedParameters.Select(pair => pair.Key));
        Assert.Equal(["running_mean"], net.NamedBuffers.Select(pair => pair.Key));
        Assert.Equal(
            ["", "first_layer", "blocks.0", "blocks.1", "by_name.left", "by_name.right"],
            net.NamedModules.Select(pair => pair.Key));
    }

    [Theory]
    [InlineData("runningMean", "running_mean")]
    [InlineData("_hidden", "hidden")]
    [InlineData("<Weight>k__BackingField", "weight")]
    [InlineData("<linear>P", "linear")]
    [InlineData("_", "_")]
    [InlineData("fc1", "fc1")]
    [InlineData("W1", "w1")]
    [InlineData("inProjWeight", "in_proj_weight")]
    [InlineData("MLPBlock", "mlp_block")]
    [InlineData("weight_ih_l0", "weight_ih_l0")]
    [InlineData("Größe", "größe")]
    public void Fields_are_named_as_PyTorch_would(string field, string name) => Assert.Equal(name, MemberName.Of(field));

    [Fact]
    public void A_module_computes_what_its_forward_says_and_is_a_function()
    {
        var net = new Net();
        var x = Tensor.Ones([2, 3]);
        var expected = net.Output.Call(net.Hidden.Call(x).Relu()).ToArray<float>();
        Assert.Equal(expected, net.Call(x).ToArray<float>());
        Func<Tensor, Tensor> function = net;
        Assert.Equal(expected, function(x).ToArray<float>());
    }

    [Fact]
    public void Calls_are_folded_under_the_members_names_and_parameters_are_named_by_their_paths()
    {
        var net = new Net();
        var graph = net.Call(Tensor.Ones([2, 3])).Sum().Graph();
        Assert.Equal(
            ["net", "net.hidden", "net.output"],
            graph.Nodes.Select(node => node.Module?.Path).OfType<string>().Distinct().Order());
        Assert.Equal(
            ["hidden.bias", "hidden.weight", "output.bias", "output.weight"],
            graph.Nodes.Where(node => node.Name?.Contains('.') == true).Select(node => node.Name!).Order());
    }

    [Fact]
    public void Where_a_name_is_a_number_the_type_is_told_beside_it()
    {
        var net = new Sequential(new Linear(3, 4), new Tanh(), new Residual(new Linear(4, 4)));
        var graph = net.Call(Tensor.Ones([2, 3])).Sum().Graph();
        Assert.Equal(
            ["0: Linear", "1: Tanh", "2: Residual", "body"],
            graph.Nodes.Select(node => node.Module?.Title).OfType<string>().Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("sequential.2.body", graph.Nodes.Select(node => node.Module?.Path));
    }

    [Fact]
    public void A_given_name_is_kept_and_a_part_called_alone_is_named_anew_by_its_network()
    {
        var net = new Net();
        net.Hidden.Call(Tensor.Ones([2, 3]));
        Assert.Equal("linear", net.Hidden.Name);
        net.Output.Named("head");
        net.Named("classifier").Call(Tensor.Ones([2, 3]));
        Assert.Equal(("classifier", "hidden", "head"), (net.Name, net.Hidden.Name, net.Output.Name));
    }

    [Fact]
    public void Training_and_evaluation_reach_every_part()
    {
        var net = new Sequential(new Linear(2, 2), new Sequential(new Dropout(), new BatchNorm1d(2)));
        Assert.True(net.NamedModules.All(part => part.Value.IsTraining));
        Assert.Same(net, net.Eval());
        Assert.True(net.NamedModules.All(part => !part.Value.IsTraining));
        net.Train();
        Assert.True(net.NamedModules.All(part => part.Value.IsTraining));
    }

    [Fact]
    public void What_is_frozen_stays_a_parameter_and_gets_no_gradient()
    {
        var net = new Net();
        net.Hidden.RequiresGrad_(false);
        net.Call(Tensor.Ones([2, 3])).Sum().Backward();
        Assert.Equal(4, net.Parameters.Count);
        Assert.Equal([false, false, true, true], net.Parameters.Select(parameter => parameter.RequiresGrad));
        Assert.NotNull(net.Output.Weight.Grad);
        net.RequiresGrad_();
        net.Call(Tensor.Ones([2, 3])).Sum().Backward();
        Assert.True(net.Parameters.All(parameter => parameter.Grad is not null));
    }

    [Fact]
    public void A_shared_parameter_is_one_parameter_with_a_name_for_each_place()
    {
        var net = new Tied();
        Assert.Equal(["head"], net.NamedParameters.Select(pair => pair.Key));
        Assert.Equal(["head", "embed.weight"], net.StateDict().Keys);
    }

    [Fact]
    public void A_module_that_holds_what_holds_it_is_walked_once()
    {
        var parent = new Parent();
        Assert.Equal(["", "child", "child.inner"], parent.NamedModules.Select(pair => pair.Key));
        Assert.Equal(["child.inner.weight", "child.inner.bias"], parent.NamedParameters.Select(pair => pair.Key));
        Assert.StartsWith("Parent(", parent.ToString());
    }

    [Fact]
    public void Hooks_see_what_goes_in_and_comes_out_until_they_are_removed()
    {
        var lstm = new Lstm(2, 3);
        var seen = new List<string>();
        var hook = lstm.RegisterForwardHook((module, inputs, outputs) =>
            seen.Add($"{module.Name}: {inputs.Count} {string.Join(' ', outputs.Select(output => output.Shape))}"));
        lstm.Call(Tensor.Ones([5, 1, 2]));
        hook.Dispose();
        lstm.Call(Tensor.Ones([5, 1, 2]));
        Assert.Equal(["lstm: 1 [5, 1, 3] [1, 1, 3] [1, 1, 3]"], seen);
    }

    [Fact]
    public void A_hook_that_is_registered_twice_is_removed_once_by_each_handle()
    {
        var (layer, calls) = (new Linear(2, 3), 0);
        Module.ForwardHook hook = (_, _, _) => calls++;
        var first = layer.RegisterForwardHook(hook);
        using var second = layer.RegisterForwardHook(hook);
        first.Dispose();
        first.Dispose();
        layer.Call(Tensor.Ones([1, 2]));
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Modules_are_printed_with_what_they_were_made_of() => Assert.Equal(
        """
        Sequential(
          (conv): Conv2d(1 → 6, 5, padding: 2)
          (act): LeakyRelu(0.01)
          (rest): Sequential(
            (0): Flatten()
            (1): Linear(24 → 2, bias: false)
          )
        )
        """,
        new Sequential(
            ("conv", new Conv2d(1, 6, 5, padding: 2)), ("act", new LeakyRelu()),
            ("rest", new Sequential(new Flatten(), new Linear(24, 2, bias: false)))).ToString());

    [Fact]
    public void A_network_learns_inside_of_a_compiled_function_to_the_same_bits()
    {
        var state = Network().StateDict();
        Assert.Equal(Trained(state, isCompiled: false), Trained(state, isCompiled: true));
    }

    [Fact]
    public void Dropout_between_layers_and_in_attention_holds_in_training_only()
    {
        Tensor.Seed(5);
        var x = Tensor.Randn([6, 2, 4]);
        Func<Tensor>[] calls = [Call(new Lstm(4, 4, 2, dropout: 0.5), (lstm, x) => lstm.Call(x).Output),
            Call(new TransformerEncoderLayer(4, 2, 8), (layer, x) => layer.Call(x))];
        foreach (var call in calls)
        {
            Assert.NotEqual(call().ToArray<float>(), call().ToArray<float>());
        }

        Func<Tensor> Call<T>(T module, Func<T, Tensor, Tensor> function)
            where T : Module
        {
            var same = function(module.Eval(), x).ToArray<float>();
            Assert.Equal(same, function(module, x).ToArray<float>());
            return () => function(module.Train(), x);
        }
    }

    private static Sequential Network() => new(
        new Linear(3, 8), new BatchNorm1d(8), new Tanh(), new Residual(new Linear(8, 8)), new Linear(8, 1));

    private static float[] Trained(IReadOnlyDictionary<string, Tensor> state, bool isCompiled)
    {
        var net = Network();
        net.LoadStateDict(state);
        var optimizer = new Adam(net.Parameters, 0.01);
        var x = StoredLayer.Numbers([16, 3], 1).To(DType.Float32);
        var y = StoredLayer.Numbers([16, 1], 2).To(DType.Float32);
        Func<Tensor> step = () =>
        {
            optimizer.ZeroGrad();
            var loss = Functional.MseLoss(net.Call(x), y);
            loss.Backward();
            optimizer.Step();
            return loss.Detach();
        };
        if (isCompiled)
        {
            step = Autograd.Compile(step).Call;
        }

        for (var i = 0; i < 20; i++)
        {
            step();
        }

        return [.. net.StateDict().Values.SelectMany(tensor => tensor.To(DType.Float32).Contiguous().ToArray<float>())];
    }

    private class Base : Module
    {
        private readonly Linear firstLayer = new(2, 2);
        private readonly Tensor scale = Tensor.Ones([1], requiresGrad: true);

        public Tensor Use(Tensor x) => firstLayer.Call(x) * scale;
    }

    private sealed class Zoo : Base
    {
        private readonly List<Linear> blocks = [new(2, 2), new(2, 2)];
        private readonly Dictionary<string, Linear> _byName = new()
        {
            ["left"] = new(2, 2, bias: false), ["right"] = new(2, 2, bias: false),
        };

        private readonly Tensor[] offsets = [Tensor.Ones([1], requiresGrad: true), Tensor.Ones([2], requiresGrad: true)];
        private readonly Tensor runningMean;
        private readonly Tensor constant = Tensor.Ones([7]);
        private readonly IEnumerable<Linear> endless = Endless();
        private readonly Linear? missing = null;

        public Zoo()
        {
            runningMean = Buffer(Tensor.Zeros([2]));
            Parameter(Tensor.Zeros([3]), "extra");
        }

        public object?[] All => [blocks, _byName, offsets, runningMean, constant, endless, missing];

        private static IEnumerable<Linear> Endless()
        {
            while (true)
            {
                yield return new Linear(1, 1);
            }
        }
    }

    private sealed class Tied : Module<Tensor, Tensor>
    {
        private readonly Embedding embed = new(5, 3);
        private readonly Tensor head;

        public Tied() => head = embed.Weight;

        protected override Tensor Forward(Tensor input) => embed.Call(input).MatMul(head.T);
    }

    private sealed class Parent : Module
    {
        private readonly Child child;

        public Parent() => child = new Child(this);

        public Child Only => child;
    }

    private sealed class Child(Module parent) : Module
    {
        private readonly Linear inner = new(2, 2);

        public (Module Parent, Linear Inner) Both => (parent, inner);
    }
}
