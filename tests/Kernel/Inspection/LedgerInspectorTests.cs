using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

public class LedgerInspectorTests
{
    [Fact]
    public void Each_operation_keeps_what_its_derivative_reads_and_no_more()
    {
        var x = Tensor.Randn([2000], requiresGrad: true);
        var constant = Tensor.Randn([2000]);
        Assert.Equal(0, Memory.Ledger(x + constant).SavedBytes);
        Assert.Equal(8000, Memory.Ledger(x * constant).SavedBytes); // the constant, for x's gradient; not x
        Assert.Equal(8000, Memory.Ledger(x.Tanh()).SavedBytes);
        Assert.Equal(8000, Memory.Ledger(x.Log()).SavedBytes);
        Assert.Equal(0, Memory.Ledger(x.Reshape(20, 100).T.Sum(0)).SavedBytes);
        Assert.Equal(8000, Memory.Ledger((x * x).Sum()).SavedBytes); // one block, read twice
    }

    [Fact]
    public void A_block_is_counted_once_however_many_keep_it()
    {
        var x = Tensor.Randn([5000], requiresGrad: true).Named("x");
        var ledger = Memory.Ledger(x.Log() + x.Abs() + x[10..20].Sum());
        var entry = Assert.Single(ledger.Entries, entry => entry.Name == "x");
        Assert.Equal(LedgerKind.Leaf, entry.Kind);
        Assert.Equal(20_000, entry.Bytes);
        Assert.Equal(["log", "abs"], entry.KeptBy.Select(keeper => keeper.Operation));
        Assert.Equal(ledger.Entries.Sum(each => each.Bytes), ledger.TotalBytes);
    }
}
