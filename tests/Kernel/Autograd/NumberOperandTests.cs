using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

public class NumberOperandTests
{
    private readonly Tensor x = Tensor.Of(3f, requiresGrad: true);

    [Fact]
    public void A_number_is_an_older_constant_than_what_is_made_from_it_and_always_the_same()
    {
        var node = (2 * x).GradFn;
        var number = node.Operands[0];
        Assert.Equal((2f, DType.Float32), (number.Value!.Item<float>(), number.DType));
        Assert.Equal("constant", number.OperationName);
        Assert.True(number.Id < node.Id);
        Assert.Same(number, node.Operands[0]);
        Assert.Same(x.Node, node.Operands[1]);
    }

    [Fact]
    public void Each_use_of_a_number_is_a_constant_of_its_own()
    {
        var graph = (((x * 2) + 2) * 2).Graph();
        Assert.Equal([2, 2, 2], Constants(graph));
        Assert.Equal(graph.Nodes.Count, graph.Nodes.Select(node => node.Id).Distinct().Count());
    }

    [Fact]
    public void The_ledger_lists_each_use_of_a_number()
    {
        var ledger = Memory.Ledger((x * 2) * 2);
        var numbers = ledger.Entries.Where(entry => entry.Kind == LedgerKind.Leaf && entry.Id != x.Identity);
        Assert.Equal([(4, 1), (4, 1)], numbers.Select(entry => (entry.Bytes, entry.KeptBy.Count)));
    }

    [Fact]
    public void A_recorded_derivative_has_the_number_of_what_it_derives()
    {
        var gradient = Autograd.Grad(x * (7 * x), [x], createGraph: true)[0];
        Assert.Equal(42, gradient.Item<float>());
        Assert.Equal([7, 1], Constants(gradient.Graph())); // 1 is what the pass began with
    }

    [Fact]
    public void Numbers_of_different_bits_or_types_are_not_mistaken_for_each_other()
    {
        var one = Tensor.Of(1f);
        var (whole, wide) = (Tensor.Of(1), Tensor.Of(1.0));
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(float.PositiveInfinity, (1 / (one * 0.0)).Item<float>());
            Assert.Equal(float.NegativeInfinity, (1 / (one * -0.0)).Item<float>());
            Assert.Equal((0.1f, 0.1), ((one * 0.1).Item<float>(), (wide * 0.1).Item<double>()));
            Assert.Equal((0.1f, (double)0.1f), ((one * 0.1f).Item<float>(), (wide * 0.1f).Item<double>()));
            Assert.Equal((2L, 2f), ((whole * 2).Item<long>(), (whole * 2f).Item<float>()));
            Assert.Equal(float.NaN, (one + double.NaN).Item<float>());
        }
    }

    [Fact]
    public void A_number_first_used_in_inference_mode_can_be_kept_outside()
    {
        using (Autograd.InferenceMode())
        {
            Assert.Equal(24.375f, (x * 8.125f).Item<float>());
        }

        (x * 8.125f).Backward();
        Assert.Equal(8.125f, x.Grad.Item<float>());
    }

    [Fact]
    public void What_a_packer_does_to_a_number_does_not_reach_other_expressions()
    {
        Assert.Equal(27.375f, (x * 9.125f).Item<float>());
        using (Autograd.SavedTensorHooks(tensor => tensor.Add_(1), tensor => tensor))
        {
            Assert.Throws<InvalidOperationException>(() => x * 9.125f);
        }

        Assert.Equal(27.375f, (x * 9.125f).Item<float>());
    }

    [Fact]
    public void Operands_keep_their_order_however_many_there_are()
    {
        for (var count = 1; count < 6; count++)
        {
            var parts = Enumerable.Range(0, count).Select(i => Tensor.Of([(float)i], requiresGrad: i != 1)).ToArray();
            var node = Tensor.Cat(parts).GradFn;
            Assert.Equal(parts.Select(part => part.Node), node.Operands);
            Assert.Equal(parts.Select(part => part.RequiresGrad), node.NextFunctions.Select(next => next is not null));
            Assert.Throws<ArgumentOutOfRangeException>(() => node.Operands[count]);
        }
    }

    private static IEnumerable<double> Constants(GraphSnapshot graph) =>
        graph.Nodes.Where(node => node.Kind == GraphNodeKind.Constant).Select(node => node.Value!.Mean);
}
