using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class LedgerViewTests
{
    [Fact]
    public void Runs_of_equal_blocks_are_folded_and_totals_told()
    {
        var saved = Enumerable.Range(10, 100).Select(id => Entry(LedgerKind.Saved, id, null, 4_000_000, "relu"));
        var ledger = new MemoryLedger(
            [Entry(LedgerKind.Leaf, 1, "w", 48, "mul"), .. saved, Entry(LedgerKind.Gradient, 1, "w", 48)],
            SavedBytes: 400_000_048);
        Assert.Equal(
            """
            memory: 400,000,096 bytes in 102 blocks · 400,000,048 bytes saved for backward
              w          float32 [3, 4]               48 bytes  w, there without the graph; saved by mul at cell 3:2 for the result
              relu ×100  float32 [3, 4]      400,000,000 bytes  saved by relu at cell 3:2 for the result; freed by its Backward()
              w.Grad     float32 [3, 4]               48 bytes  gathered by backward; until w.Grad is set to null
              total      values of leaves             48 bytes
              total      saved for backward  400,000,000 bytes
              total      gradients                    48 bytes
            """,
            new LedgerView(ledger, new Dictionary<long, string>()).ToText());
    }

    [Fact]
    public void Named_blocks_stand_alone()
    {
        var ledger = new MemoryLedger([Entry(LedgerKind.Leaf, 1, null, 8), Entry(LedgerKind.Leaf, 2, null, 8)], 0);
        var text = new LedgerView(ledger, new Dictionary<long, string> { [2] = "b" }).ToText();
        Assert.DoesNotContain("×2", text);
        Assert.Contains("  b  ", text);
    }

    [Fact]
    public void Other_devices_than_the_processor_are_told_and_added_up_apart()
    {
        var there = Entry(LedgerKind.Saved, 2, null, 96, "relu") with { Device = "cuda:0" };
        var view = new LedgerView(new MemoryLedger([Entry(LedgerKind.Leaf, 1, "w", 48), there], 96), new Dictionary<long, string>());
        var lines = view.ToText().Split('\n');
        Assert.Contains("float32 [3, 4], cuda:0", lines.Single(line => line.Contains("saved by relu")));
        Assert.DoesNotContain("cpu", lines.Single(line => line.Contains("  w ")));
        Assert.Equal(["on cpu", "48 bytes"], Cells(lines[^2])[^2..]);
        Assert.Equal(["on cuda:0", "96 bytes"], Cells(lines[^1])[^2..]);

        static string[] Cells(string line) => [.. line.Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim())];
    }

    [Fact]
    public void Sizes_beyond_counting_are_told_all_the_same()
    {
        var ledger = new MemoryLedger(
            [Entry(LedgerKind.Leaf, 1, null, long.MaxValue), Entry(LedgerKind.Leaf, 2, null, long.MaxValue)],
            SavedBytes: long.MaxValue);
        var text = new LedgerView(ledger, new Dictionary<long, string>()).ToText();
        Assert.Contains("9,223,372,036,854,775,807 bytes", text);
    }

    private static LedgerEntry Entry(LedgerKind kind, long id, string? name, long bytes, params string[] keptBy) =>
        new(kind, id, name, [.. keptBy.Select(operation => new LedgerKeeper(id, operation, "cell 3:2"))], [3, 4], DType.Float32, bytes);
}
