namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/losses.py</c> in NotebookGrad's words.</summary>
internal static class LossRows
{
    private static readonly Tensor Labels = Tensor.Of([2, 0, 1, 2]);

    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["mse_loss"] = x => Functional.MseLoss(x[0], x[1]),
        ["cross_entropy"] = x => Functional.CrossEntropy(x[0], Labels.To(x[0].Device)),
        ["cross_entropy of one row"] = x => Functional.CrossEntropy(x[0], Labels[0].To(x[0].Device)),
        ["mlp"] = x => Functional.MseLoss(
            (x[0].MatMul(x[1]) + x[2]).Tanh().MatMul(x[3]), Tensor.Ones(4, 1, dtype: x[0].DType, device: x[0].Device)),
        ["negative log likelihood"] = x => -x[0].MatMul(x[1]).Softmax(0).Log()[1],
    };
}
