namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/reductions.py</c> in NotebookGrad's words.</summary>
internal static class ReductionRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["sum"] = x => x[0].Sum().Pow(2),
        ["sum dim"] = x => x[0].Sum(1).Pow(2),
        ["sum keepdim"] = x => x[0].Sum(0, keepDim: true) * x[0],
        ["sum dims"] = x => x[0].Sum([0, 2]).Pow(2),
        ["sum of none"] = x => x[0].Sum(0),
        ["sum transposed"] = x => x[0].T.Sum(0).Pow(2),
        ["mean"] = x => x[0].Mean().Pow(2),
        ["mean keepdim"] = x => x[0].Mean(0, keepDim: true) * x[0],
        ["mean last"] = x => x[0].Mean(-1).Pow(2),
        ["softmax"] = x => x[0].Softmax(1),
        ["softmax dim 0"] = x => x[0].Softmax(0),
        ["softmax large"] = x => (x[0] * 500).Softmax(0),
        ["log_softmax"] = x => x[0].LogSoftmax(1),
        ["log_softmax middle"] = x => x[0].LogSoftmax(1),
    };
}
