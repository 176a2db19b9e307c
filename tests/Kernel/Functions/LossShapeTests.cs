using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Functions;

/// <summary>No loss broadcasts in silence, and what is refused is drawn.</summary>
public class LossShapeTests
{
    private static readonly Tensor Column = Tensor.Full([4, 1], 0.5).Named("column");
    private static readonly Tensor Row = Tensor.Full([4], 0.5).Named("row");
    private static readonly Tensor Matrix = Tensor.Full([4, 2], 0.5).Named("matrix");

    public static TheoryData<string, Func<Tensor, Tensor, Tensor>> Losses() => new()
    {
        { "mse_loss", (x, t) => MseLoss(x, t) },
        { "l1_loss", (x, t) => L1Loss(x, t) },
        { "smooth_l1_loss", (x, t) => SmoothL1Loss(x, t) },
        { "huber_loss", (x, t) => HuberLoss(x, t) },
        { "binary_cross_entropy", (x, t) => BinaryCrossEntropy(x, t) },
        { "binary_cross_entropy_with_logits", (x, t) => BinaryCrossEntropyWithLogits(x, t) },
        { "kl_div", (x, t) => KlDiv(x, t) },
        { "poisson_nll_loss", (x, t) => PoissonNllLoss(x, t) },
        { "gaussian_nll_loss", (x, t) => GaussianNllLoss(x, t, Row) },
        { "soft_margin_loss", (x, t) => SoftMarginLoss(x, t) },
        { "hinge_embedding_loss", (x, t) => HingeEmbeddingLoss(x, t) },
        { "margin_ranking_loss", (x, t) => MarginRankingLoss(x, x, t) },
        { "cosine_embedding_loss", (x, t) => CosineEmbeddingLoss(x, t, Row) },
        { "triplet_margin_loss", (x, t) => TripletMarginLoss(x, x, t) },
        { "multilabel_margin_loss", (x, t) => MultilabelMarginLoss(x, t.To(DType.Int64)) },
        { "binary_cross_entropy_with_logits", (x, t) => MultilabelSoftMarginLoss(x, t) },
    };

    [Theory]
    [MemberData(nameof(Losses), DisableDiscoveryEnumeration = true)]
    public void A_column_against_a_row_is_refused(string name, Func<Tensor, Tensor, Tensor> loss)
    {
        var error = Assert.Throws<ArgumentException>(() => loss(Column, Row));
        Assert.StartsWith($"{name}: ", error.Message);
        Assert.Contains("differ in shape:\n\n", error.Message);
        Assert.Contains("They would broadcast, which in a loss is nearly always a mistake", error.Message);
    }

    [Fact]
    public void Both_shapes_are_drawn_with_what_would_come_of_them() => Assert.Equal(
        """
        mse_loss: prediction column [4, 1] and target row [4] differ in shape:

            prediction  4 1
            target        4
            together    4 4

        They would broadcast, which in a loss is nearly always a mistake; reshape one, as in target.Reshape(4, 1)
        """.ReplaceLineEndings("\n"),
        Assert.Throws<ArgumentException>(() => MseLoss(Column, Row)).Message);

    [Fact]
    public void An_axis_that_cannot_meet_is_marked() => Assert.Equal(
        """
        mse_loss: prediction matrix [4, 2] and target row [4] differ in shape:

            prediction  4 2
            target        4
            together    4 ✗

        A loss compares element with element: give both one shape
        """.ReplaceLineEndings("\n"),
        Assert.Throws<ArgumentException>(() => MseLoss(Matrix, Row)).Message);

    [Fact]
    public void A_broadcast_that_is_meant_can_be_said() => Assert.Equal(
        """
        l1_loss: prediction matrix [4, 2] and target column [4, 1] differ in shape:

            prediction  4 2
            target      4 1
            together    4 2

        They would broadcast, which in a loss is nearly always a mistake; if it is meant, say target.Expand(4, 2)
        """.ReplaceLineEndings("\n"),
        Assert.Throws<ArgumentException>(() => L1Loss(Matrix, Column)).Message);
}
