using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Exploration;

public class ActiveUnitsTests
{
    [Fact]
    public void Shares_are_counted_unit_by_unit()
    {
        var layer = Explore.ActiveUnits(Tensor.Of(new[,] { { 1.0, 0, -1, 5 }, { 2, 0, 3, double.NaN } })).Layers.Single();
        Assert.Equal([1, 0, 0.5, 0.5], layer.Active);
        Assert.Equal((1, 1, 0.5, 2L), (layer.Dead, layer.Always, layer.Mean, layer.Inputs));
    }

    [Fact]
    public void Channels_are_units_and_their_places_inputs()
    {
        var x = Tensor.Zeros([2, 3, 4, 5]);
        x[0, 1] = 1;
        x[1, 2, 0, 0] = 1;
        var layer = Explore.ActiveUnits(x, "conv").Layers.Single();
        Assert.Equal([0, 0.5, 1 / 40.0], layer.Active);
        Assert.Equal(("conv", 40L), (layer.Name, layer.Inputs));
        Assert.Equal([1, 0], Explore.ActiveUnits(Tensor.Of([2f, -1])).Layers.Single().Active);
    }

    [Fact]
    public void Every_ReLU_of_a_network_is_found_in_order_and_called_by_its_module()
    {
        var net = new Free();
        Init.Constant_(net.Weight, 0.1);
        Init.Zeros_(net.Bias);
        Kill(net.Bias, 2);
        var found = Explore.ActiveUnits(net.RequiresGrad_(false), Tensor.Rand([50, 4], generator: new Generator(1)));
        Assert.Equal(["block.1", "relu", "relu (2)"], found.Layers.Select(layer => layer.Name));
        Assert.Equal([6, 5, 3], found.Layers.Select(layer => layer.Active.Count));
        Assert.Equal((2, 14), (found.Layers[0].Dead, found.Units));
        Assert.All(found.Layers, layer => Assert.Equal(50, layer.Inputs));
        Assert.True(net.IsTraining);
        Assert.Null(net.Parameters[0].Grad);
    }

    [Fact]
    public void Dead_units_get_no_gradient()
    {
        var linear = new Linear(4, 6);
        Kill(linear.Bias!, 2);
        var net = new Sequential(linear, new Relu());
        var x = Tensor.Rand([50, 4], generator: new Generator(1));
        net.Call(x).Sum().Backward();
        var dead = Explore.ActiveUnits(net, x).Layers.Single().Active.Select(share => share == 0);
        Assert.Equal(dead, linear.Weight.Grad!.Abs().Sum(1).ToArray<float>().Select(sum => sum == 0));
    }

    private static void Kill(Tensor bias, int units)
    {
        using (Autograd.NoGrad())
        {
            bias[..units].Fill_(-100);
        }
    }

    private sealed class Free : Module<Tensor, Tensor>
    {
        private readonly Sequential block = new(new Linear(4, 6), new Relu());
        private readonly Linear hidden = new(6, 5);
        private readonly Linear output = new(5, 3);

        public Tensor Weight => block[0].Parameters[0];

        public Tensor Bias => block[0].Parameters[1];

        protected override Tensor Forward(Tensor input) =>
            output.Call(hidden.Call(block.Call(input)).Relu()).Relu() + 1;
    }
}
