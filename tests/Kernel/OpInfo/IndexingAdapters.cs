namespace NotebookGrad.Tests.OpInfo;

/// <summary>Picking elements, placing and ordering them.</summary>
internal static class IndexingAdapters
{
    public static Adapters All { get; } = new()
    {
        { "gather", x => x.Tensor(0).Gather(x.Int(1, "dim"), x.Tensor(2, "index")) },
        { "index_select", x => x.Tensor(0).IndexSelect(x.Int(1, "dim"), x.Tensor(2, "index")) },
    };
}
