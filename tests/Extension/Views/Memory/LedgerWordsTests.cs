using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class LedgerWordsTests
{
    private static readonly LedgerKeeper[] Tanh = [new(7, "tanh", "cell 3:2")];

    [Theory]
    [InlineData(LedgerKind.Saved, null, "saved by tanh at cell 3:2 for loss; freed by loss.Backward()")]
    [InlineData(LedgerKind.Saved, "h", "saved by tanh at cell 3:2 for loss; freed by loss.Backward(); and the variable h holds it")]
    [InlineData(LedgerKind.Leaf, "w", "w, there without the graph; saved by tanh at cell 3:2 for loss")]
    [InlineData(LedgerKind.Leaf, null, "data or a parameter, there without the graph; saved by tanh at cell 3:2 for loss")]
    [InlineData(LedgerKind.Output, "loss", "the value of loss; saved by tanh at cell 3:2 for loss")]
    [InlineData(LedgerKind.Gradient, "w", "gathered by backward; until w.Grad is set to null")]
    [InlineData(LedgerKind.Preview, null, "the graph of loss, to be drawn; goes with it")]
    public void A_block_says_who_keeps_it_and_until_when(LedgerKind kind, string? variable, string sentence)
    {
        var names = variable is null ? [] : new Dictionary<long, string> { [5] = variable };
        var entry = new LedgerEntry(kind, 5, null, Tanh, [3], DType.Float32, 12);
        Assert.Equal(sentence, new LedgerWords(names, "loss").KeptAlive(entry));
    }

    [Fact]
    public void Without_a_name_the_result_is_called_so()
    {
        var entry = new LedgerEntry(LedgerKind.Saved, 5, null, [.. Tanh, .. Tanh], [3], DType.Float32, 12);
        Assert.Equal(
            "saved by tanh at cell 3:2 ×2 for the result; freed by its Backward()",
            new LedgerWords(new Dictionary<long, string>(), null).KeptAlive(entry));
    }
}
