namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/sorting.py</c> in NotebookGrad's words.</summary>
internal static class SortingRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["sort"] = x => x[0].Sort(0, descending: true).Values.Pow(2),
        ["msort"] = x => x[0].MSort().Pow(2),
        ["topk"] = x => x[0].TopK(2).Values.Pow(2),
        ["topk least"] = x => x[0].TopK(2, 0, largest: false).Values.Pow(2),
        ["kthvalue"] = x => x[0].KthValue(3, 1, keepDim: true).Values.Pow(2),
        ["mode"] = x => x[0].Mode(1).Values.Pow(2),
        ["cummax"] = x => x[0].CumMax(1).Values.Pow(2),
        ["cummin"] = x => x[0].CumMin(0).Values.Pow(2),
    };
}
