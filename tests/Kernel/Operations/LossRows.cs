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
            x[0], x[1], Rows(x), Weight(x), Reduction.Sum),
        ["soft_margin_loss"] = x => SoftMarginLoss(x[0], x[1]),
        ["smooth_l1_loss"] = x => SmoothL1Loss(x[0], x[1], beta: 0.7),
        ["huber_loss"] = x => HuberLoss(x[0], x[1], delta: 0.7),
        ["binary_cross_entropy"] = x => BinaryCrossEntropy(x[0], x[1]),
        ["binary_cross_entropy weighted"] = x => BinaryCrossEntropy(x[0], Probabilities(x), Rows(x), Reduction.Sum),
        ["kl_div"] = x => KlDiv(x[0], x[1], Reduction.BatchMean),
        ["kl_div of logarithms"] = x => KlDiv(x[0], x[1], logTarget: true),
        ["kl_div at target 0"] = x => KlDiv(x[0], Tensor.ZerosLike(x[0]), Reduction.Sum),
        ["poisson_nll_loss"] = x => PoissonNllLoss(x[0], x[1], full: true),
        ["poisson_nll_loss of means"] = x => PoissonNllLoss(x[0], x[1], logInput: false),
        ["gaussian_nll_loss"] = x => GaussianNllLoss(x[0], x[1], x[2], full: true),
        ["hinge_embedding_loss"] = x => x[0] * HingeEmbeddingLoss(x[0], Signs(x), margin: 0.5),
        ["margin_ranking_loss"] = x => MarginRankingLoss(x[0] * x[0], x[1], Signs(x), margin: 0.3),
        ["cosine_embedding_loss"] = x => CosineEmbeddingLoss(x[0], x[1], Signs(x)[.., 0], margin: -0.2, reduction: Reduction.None),
        ["triplet_margin_loss"] = x => TripletMarginLoss(x[0], x[1], x[2], margin: 2, swap: true),
        ["multi_margin_loss"] = x => MultiMarginLoss(x[0], Beside(x, Labels)) * x[0],
        ["multi_margin_loss squared"] = x => MultiMarginLoss(x[0], Beside(x, Labels), p: 2, weight: Weight(x), reduction: Reduction.None),
        ["multilabel_soft_margin_loss"] = x => MultilabelSoftMarginLoss(x[0], Probabilities(x), Weight(x)),
        ["multilabel_margin_loss"] = x => MultilabelMarginLoss(x[0], Beside(x, Tensor.Of(new[,] { { 3, 0, -1, 1 }, { 2, -1, 2, 0 } }))) * x[0],
        ["pairwise_distance"] = x => PairwiseDistance(x[0], x[1], p: 3),
        ["cosine_similarity"] = x => CosineSimilarity(x[0], x[1]),
        ["glu"] = x => Glu(x[0], 0),
        ["softmin"] = x => Softmin(x[0], 1),
        ["mlp"] = x => MseLoss(
            (x[0].MatMul(x[1]) + x[2]).Tanh().MatMul(x[3]), Tensor.Ones(4, 1, dtype: x[0].DType, device: x[0].Device)),
        ["negative log likelihood"] = x => -x[0].MatMul(x[1]).Softmax(0).Log()[1],
    };

    private static Tensor Beside(Tensor[] x, Tensor constant) => constant.To(x[0].Device);

    private static Tensor Rows(Tensor[] x) => Beside(x, Tensor.Of(new[,] { { 0.5 }, { 1 }, { 2 }, { 3 } })).To(x[0].DType);

    private static Tensor Signs(Tensor[] x) =>
        Beside(x, Tensor.Of(new[,] { { 1.0, -1, 1 }, { -1, 1, -1 }, { 1, 1, -1 }, { -1, -1, 1 } })).To(x[0].DType);

    private static Tensor Probabilities(Tensor[] x) =>
        ReferenceCase.Make(ReferenceCase.All["kl_div"].Operands[1].Values, [4, 3], x[0].DType, x[0].Device);

    private static Tensor Weight(Tensor[] x) => Beside(x, Tensor.Of([1.0, 2.0, 0.5])).To(x[0].DType);
}
