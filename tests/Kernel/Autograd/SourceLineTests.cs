using NotebookGrad.Nn;
using static NotebookGrad.Tests.MarkedLine;

namespace NotebookGrad.Tests;

/// <summary>Alone in the process: loops of other tests would use up what is recorded at a person's pace.</summary>
[Collection(Alone.Name)]
public class SourceLineTests
{
    public SourceLineTests() => SourceLine.Replenish();

    [Fact]
    public void A_second_backward_names_the_node_its_line_and_the_first_backward()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var y = x.Pow(2).Named("y"); // line A
        y.Backward(); // line B
        var error = Assert.Throws<InvalidOperationException>(() => y.Backward());

        Assert.Equal(
            $"backward of y []: pow → y [] ({Line("// line A")}) has already been differentiated, by the Backward at "
            + $"{Line("// line B")}, which freed what it had kept. Compute the output again, or call the first one as "
            + "Backward(retainGraph: true). No gradient was changed.",
            error.Message);
    }

    [Fact]
    public void A_change_in_place_is_named_with_its_line_and_that_of_the_operation()
    {
        var x = Tensor.Of([1f, 2f], requiresGrad: true);
        var data = Tensor.Of([3f, 4f]).Named("data");
        var y = x * data; // line C
        data.Add_(1); // line D
        var error = Assert.Throws<InvalidOperationException>(() => y.Sum().Backward());

        Assert.StartsWith(
            $"backward of mul [2] ({Line("// line C")}): it needs data [2], which was changed in place by add_ "
            + $"({Line("// line D")}) after mul had used it",
            error.Message);
    }

    [Fact]
    public void Every_operation_of_a_graph_knows_its_line()
    {
        var y = Tensor.Of(2f, requiresGrad: true).Tanh(); // line E
        var z = (y * y).Exp(); // line F
        var operations = z.Graph().Nodes.Where(node => node.Operation is not null);
        Assert.Equal([Line("// line E"), Line("// line F"), Line("// line F")], operations.Select(node => node.Line));
    }

    [Fact]
    public void What_a_module_computes_has_the_line_that_called_it()
    {
        var net = new Sequential(new Tanh(), new Relu());
        var y = net.Call(Tensor.Of(2f, requiresGrad: true)); // line G
        Assert.Equal(Line("// line G"), y.GradFn.Line);
    }

    [Fact]
    public void A_hot_loop_is_not_recorded_for_ever_and_a_person_is_again_soon()
    {
        var x = Tensor.Of(2f, requiresGrad: true);
        var unknown = Enumerable.Range(0, 20_000).Count(_ => (x * 2).GradFn.Line is null);
        Assert.InRange(unknown, 1_000, 20_000);
        Thread.Sleep(200);
        Assert.NotNull((x * 2).GradFn.Line);
    }
}
