namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/indexing.py</c> in NotebookGrad's words.</summary>
internal static class IndexingRows
{
    private static readonly Tensor Index = Tensor.Of(new long[,] { { 0, 2, 2 }, { 1, 0, 3 } });
    private static readonly Tensor Rows = Tensor.Of([2, 0, 2, 1]);

    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["index"] = x => x[0][0, 1..3].Pow(2),
        ["index last"] = x => x[0][^1] * x[0][.., null, 0],
        ["index tail"] = x => x[0][1.., ..^2].Exp(),
        ["gather"] = x => x[0].Gather(1, Index.To(x[0].Device)).Pow(2),
        ["gather rows"] = x => x[0].Gather(0, Index.To(x[0].Device)).Pow(2),
        ["index_select"] = x => x[0].IndexSelect(0, Rows.To(x[0].Device)).Pow(2),
    };
}
