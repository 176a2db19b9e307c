using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>Losses and normalisation.</summary>
internal static class LossAdapters
{
    private const string Broadcast = "operands of a loss that broadcast, which is refused";

    public static Adapters All { get; } = new()
    {
        { "nn.functional.mse_loss", x => MseLoss(x.Tensor(0), x.Tensor(1), Reduction(x)) },
        { "nn.functional.l1_loss", x => L1Loss(x.Tensor(0), x.Tensor(1), Reduction(x)) },
        { "nn.functional.smooth_l1_loss", x => SmoothL1Loss(x.Tensor(0), x.Tensor(1), Reduction(x), x.Double(-1, "beta", 1)) },
        { "nn.functional.huber_loss", x => HuberLoss(x.Tensor(0), x.Tensor(1), Reduction(x), x.Double(-1, "delta", 1)) },
        {
            "nn.functional.cross_entropy",
            x => CrossEntropy(x.Tensor(0), x.Tensor(1), x.TensorOrNull(-1, "weight"), x.Int(-1, "ignore_index", -100), Reduction(x))
        },
        {
            "nn.functional.nll_loss",
            x => NllLoss(x.Tensor(0), x.Tensor(1), x.TensorOrNull(-1, "weight"), x.Int(-1, "ignore_index", -100), Reduction(x))
        },
        {
            "nn.functional.binary_cross_entropy",
            x => BinaryCrossEntropy(FarFromCertain(x).Tensor(0), x.Tensor(1), x.TensorOrNull(-1, "weight"), Reduction(x))
        },
        {
            "nn.functional.binary_cross_entropy_with_logits",
            x => BinaryCrossEntropyWithLogits(
                x.Tensor(0), x.Tensor(1), x.TensorOrNull(-1, "weight"), x.TensorOrNull(-1, "pos_weight"), Reduction(x))
        },
        { "nn.functional.kl_div", x => KlDiv(x.Tensor(0), x.Tensor(1), Reduction(x), x.Bool(-1, "log_target")) },
        { "nn.functional.soft_margin_loss", x => SoftMarginLoss(x.Tensor(0), x.Tensor(1), Reduction(x)) },
        {
            "nn.functional.poisson_nll_loss",
            x => PoissonNllLoss(
                x.Tensor(0), x.Tensor(1), x.Bool(-1, "log_input", true), x.Bool(-1, "full"), x.Double(-1, "eps", 1e-8), Reduction(x))
        },
        {
            "nn.functional.gaussian_nll_loss",
            x => GaussianNllLoss(
                OneShape(x).Tensor(0), x.Tensor(1), x.Tensor(2), x.Bool(-1, "full"), x.Double(-1, "eps", 1e-6), Reduction(x))
        },
        {
            "nn.functional.hinge_embedding_loss",
            x => HingeEmbeddingLoss(OneShape(x).Tensor(0), x.Tensor(1), x.Double(-1, "margin", 1), Reduction(x))
        },
        {
            "nn.functional.margin_ranking_loss",
            x => MarginRankingLoss(OneShape(x).Tensor(0), x.Tensor(1), x.Tensor(2), x.Double(-1, "margin", 0), Reduction(x))
        },
        {
            "nn.functional.cosine_embedding_loss",
            x => CosineEmbeddingLoss(x.Tensor(0), x.Tensor(1), x.Tensor(2), x.Double(-1, "margin", 0), Reduction(x))
        },
        {
            "nn.functional.triplet_margin_loss",
            x => TripletMarginLoss(
                x.Tensor(0), x.Tensor(1), x.Tensor(2), x.Double(-1, "margin", 1), swap: x.Bool(-1, "swap"), reduction: Reduction(x))
        },
        { "nn.functional.cosine_similarity", x => CosineSimilarity(x.Tensor(0), x.Tensor(1), x.Int(-1, "dim", 1), x.Double(-1, "eps", 1e-8)) },
        {
            "nn.functional.pairwise_distance",
            x => PairwiseDistance(x.Tensor(0), x.Tensor(1), x.Double(-1, "p", 2), x.Double(-1, "eps", 1e-6), x.Bool(-1, "keepdim"))
        },
        { "nn.functional.normalize", x => Normalize(x.Tensor(0), x.Double(-1, "p", 2), x.Int(-1, "dim", 1), x.Double(-1, "eps", 1e-12)) },
        { "nn.functional.softmin", x => Softmin(x.Tensor(0), x.Int(1, "dim")) },
        { "nn.functional.glu", x => Glu(x.Tensor(0), x.Int(1, "dim", -1)) },
        {
            "nn.functional.layer_norm",
            x => LayerNorm(x.Tensor(0), x.Ints(1, "normalized_shape"), x.TensorOrNull(2, "weight"), x.TensorOrNull(3, "bias"), x.Double(4, "eps", 1e-5))
        },
        { "nn.functional.batch_norm", BatchNorm },
        { "nn.functional.instance_norm", InstanceNorm },
        {
            "nn.functional.group_norm",
            x => GroupNorm(x.Tensor(0), x.Int(1), x.TensorOrNull(-1, "weight"), x.TensorOrNull(-1, "bias"), x.Double(-1, "eps", 1e-5))
        },
        { "nn.functional.dropout", x => Dropout(x.Tensor(0), x.Double(-1, "p", 0.5), x.Bool(-1, "training", true)) },
        { "nn.functional._scaled_dot_product_attention", Attention },
    };

    private static Reduction Reduction(Sample x) => x.Text(-1, "reduction", "mean") switch
    {
        "none" => NotebookGrad.Reduction.None,
        "sum" => NotebookGrad.Reduction.Sum,
        "batchmean" => NotebookGrad.Reduction.BatchMean,
        _ => NotebookGrad.Reduction.Mean,
    };

    private static Sample OneShape(Sample x) => x.LeaveOut(x.Tensor(0).Shape != x.Tensor(1).Shape, Broadcast);

    // PyTorch's second derivative has 1e-12 added to x and to 1 − x, which shows at the tenth digit near 0 and 1.
    private static Sample FarFromCertain(Sample x)
    {
        var nearest = x.Tensor(0).Detach().To(DType.Float64).ToArray<double>().Select(p => Math.Min(p, 1 - p)).Min();
        return x.LeaveOut(nearest < 0.02, "PyTorch's second derivative of binary_cross_entropy is inexact near 0 and 1");
    }

    private static Tensor BatchNorm(Sample x) => Functional.BatchNorm(
        x.LeaveOut(x.Tensor(0).Shape.Rank < 2, "an input without an axis of channels").Tensor(0),
        x.TensorOrNull(1), x.TensorOrNull(2), x.TensorOrNull(3), x.TensorOrNull(4),
        x.Bool(-1, "training"), x.Double(-1, "momentum", 0.1), x.Double(-1, "eps", 1e-5));

    private static Tensor InstanceNorm(Sample x) => Functional.InstanceNorm(
        x.Tensor(0),
        x.TensorOrNull(-1, "running_mean"), x.TensorOrNull(-1, "running_var"), x.TensorOrNull(-1, "weight"), x.TensorOrNull(-1, "bias"),
        x.Bool(-1, "use_input_stats", true), x.Double(-1, "momentum", 0.1), x.Double(-1, "eps", 1e-5));

    // PyTorch's has the weights as a second result.
    private static Tensor[] Attention(Sample x)
    {
        var (query, key, value) = (x.Tensor(0), x.Tensor(1), x.Tensor(2));
        var causal = x.Bool(-1, "is_causal");
        var unit = Tensor.Eye(key.Shape[^2], dtype: key.DType).Expand([.. key.Shape.ToArray()[..^1], key.Shape[^2]]);
        var dropout = x.Ignoring("need_attn_weights").Double(-1, "dropout_p");
        return
        [
            ScaledDotProductAttention(query, key, value, null, dropout, causal),
            ScaledDotProductAttention(query, key, unit, null, dropout, causal),
        ];
    }
}
