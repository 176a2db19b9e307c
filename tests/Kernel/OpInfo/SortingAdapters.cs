namespace NotebookGrad.Tests.OpInfo;

/// <summary>Elements in order.</summary>
internal static class SortingAdapters
{
    public static Adapters All { get; } = new()
    {
        { "sort", x => Two(x.Ignoring("stable").Tensor(0).Sort(x.Int(1, "dim", -1), x.Bool(2, "descending"))) },
        { "argsort", x => x.Tensor(0).ArgSort(x.Int(1, "dim", -1), x.Bool(2, "descending")) },
        { "msort", x => x.Tensor(0).MSort() },
        { "topk", x => Two(Distinct(x).LeaveOut(!x.Bool(4, null, otherwise: true), "topk without order gives an order of PyTorch's own").Tensor(0).TopK(x.Int(1), x.Int(2, null, -1), x.Bool(3, null, otherwise: true))) },
        { "unique", x => Unique(x.LeaveOut(!x.Bool(-1, "sorted", otherwise: true), "unique without order gives an order of PyTorch's own"), x.Tensor(0).Unique(x.IntOrNull(-1, "dim"))) },
        { "unique_consecutive", x => Unique(x, x.Tensor(0).UniqueConsecutive(x.IntOrNull(-1, "dim"))) },
        { "searchsorted", x => Tensor.SearchSorted(
            x.TensorOrNull(-1, "sorter") is { } order ? x.Tensor(0).Gather(-1, order) : x.Tensor(0),
            x.Tensor(1),
            x.Ignoring("out_int32").Bool(-1, "right") || x.Text(-1, "side", "left") == "right") },
        { "bucketize", x => Tensor.Bucketize(x.Tensor(0), x.Tensor(1), x.Ignoring("out_int32").Bool(-1, "right")) },
    };

    private static Tensor[] Two(ValuesAndIndices found) => [found.Values, found.Indices];

    // Samples of whole numbers have equal ones, and the position found is one of theirs.
    private static Sample Distinct(Sample x) =>
        x.LeaveOut(x.Tensor(0).DType == DType.Int64, "which of equal elements is found is an order of PyTorch's own");

    private static Tensor[] Unique(Sample x, UniqueResult found)
    {
        var results = new List<Tensor> { found.Values };
        if (x.Bool(-1, "return_inverse"))
        {
            results.Add(found.Inverse);
        }

        if (x.Bool(-1, "return_counts"))
        {
            results.Add(found.Counts);
        }

        return [.. results];
    }
}
