using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/losses.py</c> in NotebookGrad's words.</summary>
internal static class LossRows
{
    private static readonly Tensor Labels = Tensor.Of([2, 0, 1, 2]);
    private static readonly Tensor Map = Tensor.Of(new[,,] { { { 2, 0, -100 }, { 1, 1, 2 } }, { { 0, -100, 1 }, { 2, 2, 0 } } });
    private static readonly Tensor NonNegativeMap = Tensor.Of(new[,,] { { { 2, 0, 1 }, { 1, 1, 2 } }, { { 0, 1, 1 }, { 2, 2, 0 } } });

    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["mse_loss"] = x => MseLoss(x[0], x[1]),
        ["mse_loss sum"] = x => MseLoss(x[0], x[1], Reduction.Sum),
        ["mse_loss none"] = x => MseLoss(x[0], x[1], Reduction.None),
        ["l1_loss"] = x => L1Loss(x[0], x[1]),
        ["l1_loss where equal"] = x => L1Loss(x[0], Tensor.ZerosLike(x[0])),
        ["cross_entropy"] = x => CrossEntropy(x[0], Beside(x, Labels)),
        ["cross_entropy of one row"] = x => CrossEntropy(x[0], Beside(x, Labels)[0]),
        ["cross_entropy none"] = x => CrossEntropy(x[0], Beside(x, Labels), reduction: Reduction.None),
        ["cross_entropy of maps"] = x => CrossEntropy(x[0], Beside(x, Map), Weight(x)),
        ["cross_entropy of maps none"] = x => CrossEntropy(x[0], Beside(x, Map), Weight(x), reduction: Reduction.None),
        ["cross_entropy smooth"] = x => CrossEntropy(x[0], Beside(x, Map), Weight(x), labelSmoothing: 0.3),
        ["cross_entropy smooth sum"] = x => CrossEntropy(x[0], Beside(x, Labels), reduction: Reduction.Sum, labelSmoothing: 0.3),
        ["cross_entropy soft"] = x => CrossEntropy(x[0], x[1]),
        ["cross_entropy soft and smooth"] = x => CrossEntropy(x[0], x[1], Weight(x), labelSmoothing: 0.2),
        ["cross_entropy soft none"] = x => CrossEntropy(x[0], x[1], reduction: Reduction.None),
        ["nll_loss"] = x => NllLoss(x[0], Beside(x, Labels)),
        ["nll_loss of maps"] = x => NllLoss(x[0], Beside(x, Map), Weight(x)),
        ["nll_loss of maps none"] = x => NllLoss(x[0], Beside(x, NonNegativeMap), ignoreIndex: 1, reduction: Reduction.None),
        ["binary_cross_entropy_with_logits"] = x => BinaryCrossEntropyWithLogits(x[0], x[1]),
        ["binary_cross_entropy_with_logits weighted"] = x => BinaryCrossEntropyWithLogits(
            x[0], x[1], Beside(x, Tensor.Of(new[,] { { 0.5 }, { 1 }, { 2 }, { 3 } })).To(x[0].DType), Weight(x), Reduction.Sum),
        ["soft_margin_loss"] = x => SoftMarginLoss(x[0], x[1]),
        ["mlp"] = x => MseLoss(
            (x[0].MatMul(x[1]) + x[2]).Tanh().MatMul(x[3]), Tensor.Ones(4, 1, dtype: x[0].DType, device: x[0].Device)),
        ["negative log likelihood"] = x => -x[0].MatMul(x[1]).Softmax(0).Log()[1],
    };

    private static Tensor Beside(Tensor[] x, Tensor constant) => constant.To(x[0].Device);

    private static Tensor Weight(Tensor[] x) => Beside(x, Tensor.Of([1.0, 2.0, 0.5])).To(x[0].DType);
}
