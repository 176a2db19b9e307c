using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ChainViewTests
{
    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void The_main_operand_goes_on_below_and_others_branch_off()
    {
        var chain = new ChainSnapshot(
            [
                Line(1, 0, "mean", "loss"),
                Line(2, 1, "add"),
                Line(3, 2, "matmul", saved: 512),
                Line(4, 3, "accumulate_grad", "W"),
                Line(5, 2, "accumulate_grad", "b"),
            ],
            Omitted: 0);
        Assert.Equal(
            """
            grad_fn of loss: 5 nodes · 512 bytes saved for backward
            1  ○ loss = mean  float32 [8]
            2  ○ add  float32 [8]
            3  ├─● b accumulate_grad  float32 [8]
            4  ○ matmul  float32 [8]  saves 512 bytes
            5  ● W accumulate_grad  float32 [8]
            """,
            new ChainView(chain, NoNames).ToText());
    }

    [Fact]
    public void The_legend_names_what_there_is()
    {
        var line = new ChainSnapshot([Line(1, 0, "tanh"), Line(2, 1, "accumulate_grad", "x")], Omitted: 0);
        var html = new ChainView(line, NoNames).ToHtml();
        Assert.Contains(">○ operation   ● leaf that gathers .Grad</span>", html);
        var leaf = new ChainView(new ChainSnapshot([Line(2, 0, "accumulate_grad", "x")], Omitted: 0), NoNames).ToHtml();
        Assert.Contains(">● leaf that gathers .Grad</span>", leaf);
        Assert.Contains("   ├─ a further operand", new ChainView(Engine.Loss().GradFn!.Chain(), NoNames).ToHtml());
    }

    [Fact]
    public void A_node_met_again_refers_back_and_freed_memory_is_told()
    {
        var chain = new ChainSnapshot(
            [
                Line(1, 0, "mul"),
                Line(2, 1, "tanh") with { Freed = true },
                Line(3, 2, "accumulate_grad", "x"),
                Line(2, 1, "tanh") with { Freed = true, Repeated = true },
            ],
            Omitted: 4);
        Assert.Equal(
            """
            grad_fn of mul: 7 nodes · 0 bytes saved for backward
            1  ○ mul  float32 [8]
            2  ├─○ tanh  ↺ shown in line 3
            3  ○ tanh  float32 [8]  ∅ saved values freed
            4  ● x accumulate_grad  float32 [8]
            4 further nodes not shown
            """,
            new ChainView(chain, NoNames).ToText());
    }

    [Fact]
    public void Five_thousand_layers_stay_near_the_margin()
    {
        const int depth = 5000;
        var lines = new List<ChainLine>();
        for (var layer = 0; layer < depth; layer++)
        {
            lines.Add(Line(layer, layer, "add"));
        }

        lines.Add(Line(depth, depth, "accumulate_grad", "x"));
        for (var layer = depth - 1; layer >= 0; layer--)
        {
            lines.Add(Line(depth + 1 + layer, layer + 1, "accumulate_grad", "b"));
        }

        var view = new ChainView(new ChainSnapshot(lines, Omitted: 0), NoNames);
        var text = view.ToText().Split('\n');
        Assert.Equal(lines.Count + 1, text.Length);
        Assert.All(text, line => Assert.True(line.Length < 100));
        Assert.InRange(view.ToHtml().Length, 1, 60_000);
    }

    [Fact]
    public void What_repeats_is_shown_once_with_the_number_of_times()
    {
        // mean, then 2,500 times an activation of a sum with a bias, then the input.
        var lines = new List<ChainLine> { Line(0, 0, "mean") };
        for (var layer = 0; layer < 2500; layer++)
        {
            lines.Add(Line((2 * layer) + 1, (2 * layer) + 1, "tanh"));
            lines.Add(Line((2 * layer) + 2, (2 * layer) + 2, "add"));
        }

        lines.Add(Line(5001, 5001, "accumulate_grad", "x"));
        Assert.Equal(
            [new ChainStretch(0, 1, 1), new ChainStretch(1, 2, 2500), new ChainStretch(5001, 1, 1)],
            ChainRepetition.Of(ChainTree.Rows(lines)));
        var html = new ChainView(new ChainSnapshot(lines, Omitted: 0), NoNames).ToHtml();
        Assert.Contains(">×2,500 the 2 lines above, to line 5001</summary>", html);
        Assert.InRange(html.Length, 1, 10_000);
    }

    [Fact]
    public void Stretches_hold_every_row_once_and_repeat_what_they_say()
    {
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            ChainLine[] lines = [.. Enumerable.Range(0, 200)
                .Select(row => Line(row, row, $"o{random.Next(1 + (round / 10))}"))];
            var rows = ChainTree.Rows(lines);
            var next = 0;
            foreach (var (start, length, repeats) in ChainRepetition.Of(rows))
            {
                Assert.Equal(next, start);
                next += length * repeats;
                for (var row = start + length; row < next; row++)
                {
                    Assert.Equal(rows[row - length].Line.Operation, rows[row].Line.Operation);
                }
            }

            Assert.Equal(rows.Count, next);
        }
    }

    [Fact]
    public void A_branch_in_a_branch_is_indented_once_more()
    {
        // Of operands with as much behind them, the last goes on.
        var chain = new ChainSnapshot(
            [
                Line(1, 0, "add"),
                Line(2, 1, "mul"),
                Line(3, 2, "sin"),
                Line(4, 2, "cos"),
                Line(5, 1, "mul"),
                Line(6, 2, "exp"),
                Line(7, 2, "log"),
            ],
            Omitted: 0);
        var rails = ChainTree.Rows(chain.Lines).Select(row => row.Rails + row.Line.Operation);
        Assert.Equal(["add", "├─mul", "│ ├─sin", "│ cos", "mul", "├─exp", "log"], rails);
    }

    private static ChainLine Line(long id, int depth, string operation, string? name = null, long saved = 0) =>
        new(id, depth, operation, name, [8], DType.Float32, saved, Freed: false, Repeated: false);
}
