using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class GraphViewTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void A_small_graph_is_drawn_in_characters() => Assert.Equal(
        """
        loss: scalar float32 · 3 operations · 2 parameters · backward done

        x = 2 ─┐
        ∇ 24   │
               ├─→ [×] y = 6 ──┬─→ [−] 4 ─→ [(·)²] loss = 16
        w = 3 ─┘   ∇ 8         │   ∇ 8      ∇ 1
        ∇ 16                   │
                   target = 2 ─┘
        """,
        Text(Graphs.Square()));

    [Fact]
    public void Without_gradients_a_node_is_one_line() => Assert.Equal(
        """
        loss: scalar float32 · 3 operations · 2 parameters

        x = 2 ─┐
               ├─→ [×] y = 6 ──┬─→ [−] 4 ─→ [(·)²] loss = 16
        w = 3 ─┘               │
                   target = 2 ─┘
        """,
        Text(Graphs.Square(backward: false)));

    [Fact]
    public void A_value_used_twice_forks() => Assert.Equal(
        """
        z: scalar float32 · 3 operations · 2 parameters · backward done

        x = 5 ─┬─┬─→ [+] a = 8 ─┐
        ∇ 10   │ │   ∇ 2        │
               │ │              ├─→ [×] z = 16
        y = 3 ─┴─┴─→ [−] b = 2 ─┘   ∇ 1
        ∇ −6         ∇ 8
        """,
        Text(Graphs.SumTimesDifference()));

    [Fact]
    public void What_has_no_name_gets_a_formula_or_a_letter() => Assert.Equal(
        """
        graph: scalar float32 · 2 operations · 3 parameters · backward done

        x = −2 ─┐
        ∇ −4    │
                ├─→ [+] 3 ───┬─→ [×] u₁ = −12
        y = 5 ──┘   ∇ −4     │   ∇ 1
        ∇ −4                 │
                    p₁ = −4 ─┘
                    ∇ 3
        """,
        Text(Graphs.SumTimesWeight()));

    [Fact]
    public void A_wide_graph_is_told_one_line_an_operation()
    {
        var lines = Text(Graphs.Perceptron()).Split('\n');
        Assert.Equal("X (constant)           [32, 4]  0.066 ± 0.49", lines[2]);
        Assert.Contains(lines, line => line.StartsWith("h = ReLU((X·W1) + b1)  [32, 16]  "));
        Assert.StartsWith("loss = mean(u₁)        = ", lines[^1]);
        Assert.All(lines, line => Assert.True(line.Length <= 120));
    }

    [Fact]
    public void Variables_name_what_has_no_name_of_its_own()
    {
        var names = new Dictionary<long, string> { [0] = "other", [4] = "difference" };
        var text = new GraphView(Graphs.Square(), names).ToText();
        Assert.Contains("x = 2", text);
        Assert.Contains("[−] difference = 4", text);
    }

    [Fact]
    public void Nodes_left_out_are_told()
    {
        var view = new GraphView(Graphs.Square() with { Omitted = 1200 }, NoNames);
        Assert.Contains("1,200 further nodes behind these not shown", view.ToText());
        Assert.Contains("1,200 further nodes behind these not shown", view.ToHtml());
    }

    [Fact]
    public void A_graph_of_thousands_is_folded()
    {
        var view = new GraphView(Graphs.Chain(3000), NoNames);
        Assert.Contains("3,000 operations", view.ToText());
        Assert.Contains("tanh ×3,000", view.ToText());
        Assert.Contains("tanh ×3,000", view.ToHtml());
    }

    private static string Text(GraphSnapshot graph) => new GraphView(graph, NoNames).ToText();
}
