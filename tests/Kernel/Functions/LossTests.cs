using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Functions;

/// <summary>Losses where numbers end, and where PyTorch's users go wrong. Numbers are PyTorch 1.13's unless said otherwise.</summary>
public class LossTests
{
    private const double Infinity = double.PositiveInfinity;

    [Fact]
    public void Binary_cross_entropy_of_logits_is_exact_far_out()
    {
        var logits = Tensor.Of([1000.0, -1000, 1000, -1000, 40], requiresGrad: true);
        var target = Tensor.Of([1.0, 1, 0, 0, 1], requiresGrad: true);
        var losses = BinaryCrossEntropyWithLogits(logits, target, reduction: Reduction.None);
        AssertClose([0, 1000, 1000, 0, Math.Exp(-40)], losses);
        Differentiate(losses);
        AssertClose([0, -1, 1, 0, 0], logits.Grad!);
        AssertClose([-1000, 1000, -1000, 1000, -40], target.Grad!);
    }

    [Fact]
    public void Binary_cross_entropy_has_logarithms_from_minus_100()
    {
        var prediction = Tensor.Of([0.0, 1, 0, 1, 0.5], requiresGrad: true);
        var losses = BinaryCrossEntropy(prediction, Tensor.Of([0.0, 0, 1, 1, 0.5]), reduction: Reduction.None);
        AssertClose([0, 100, 100, 0, Math.Log(2)], losses);
        Differentiate(losses);
        AssertClose([0, 1e12, -1e12, 0, 0], prediction.Grad!);
    }

    [Fact]
    public void A_logit_of_minus_infinity_is_a_class_that_cannot_be()
    {
        var logits = Tensor.Of(new[,] { { 1, -Infinity, 2 }, { 1, -Infinity, 2 } }, requiresGrad: true);
        var losses = CrossEntropy(logits, Tensor.Of([0, 1]), reduction: Reduction.None);
        AssertClose([1.3132616875182228, Infinity], losses);
        Differentiate(losses);
        AssertClose([-0.7310585786300049, 0, 0.7310585786300049, 0.2689414213699951, -1, 0.7310585786300049], logits.Grad!);
    }

    [Fact]
    public void An_ignored_label_costs_nothing_whatever_its_scores()
    {
        var logarithms = Tensor.Of(new[,] { { -Infinity, 0, 0 }, { -1, -2, -Infinity } }, requiresGrad: true);
        var losses = NllLoss(logarithms, Tensor.Of([-100, 1]), reduction: Reduction.None);
        AssertClose([0, 2], losses);
        Differentiate(losses);
        AssertClose([0, 0, 0, 0, -1, 0], logarithms.Grad!);
    }

    [Fact]
    public void A_mean_over_ignored_labels_alone_is_NaN_with_gradient_zero()
    {
        var logits = Tensor.Of(new[,] { { 1.0, 3, 2 }, { 1, 0, 2 } }, requiresGrad: true);
        var loss = CrossEntropy(logits, Tensor.Of([-100, -100]));
        Assert.Equal(double.NaN, loss.Item<double>());
        loss.Backward();
        AssertClose([0, 0, 0, 0, 0, 0], logits.Grad!);
    }

    [Fact]
    public void A_mean_over_no_elements_is_NaN()
    {
        Assert.Equal(double.NaN, MseLoss(Tensor.Zeros(0), Tensor.Zeros(0)).Item<double>());
        Assert.Equal(double.NaN, CrossEntropy(Tensor.Zeros(0, 3), Tensor.Zeros([0], dtype: DType.Int64)).Item<double>());
    }

    [Fact]
    public void A_target_of_probability_zero_costs_nothing()
    {
        var logarithms = Tensor.Of([-1.0, -2], requiresGrad: true);
        var losses = KlDiv(logarithms, Tensor.Of([0, 0.5]), Reduction.None);
        AssertClose([0, 0.6534264097200273], losses);
        Differentiate(losses);
        AssertClose([0, -0.5], logarithms.Grad!);
    }

    // PyTorch's overflows to infinity with gradient NaN; the true values are plain.
    [Fact]
    public void Soft_margin_is_linear_far_out()
    {
        var scores = Tensor.Of([-1000.0, 1000], requiresGrad: true);
        var losses = SoftMarginLoss(scores, Tensor.Of([1.0, -1]), Reduction.None);
        AssertClose([1000, 1000], losses);
        Differentiate(losses);
        AssertClose([-1, 1], scores.Grad!);
    }

    [Fact]
    public void Margins_have_the_derivative_1_at_their_kink()
    {
        var distance = Tensor.Of([1.0, 1, 0.5, 0.5, 2], requiresGrad: true);
        var losses = HingeEmbeddingLoss(distance, Tensor.Of([1.0, -1, -1, 0, -1]), reduction: Reduction.None);
        AssertClose([1, 0, 0.5, 1, 0], losses);
        Differentiate(losses);
        AssertClose([1, -1, -1, 0, 0], distance.Grad!);

        var (first, second) = (Tensor.Of([1.0, 1, 1], requiresGrad: true), Tensor.Of([1.0, 0, 0], requiresGrad: true));
        losses = MarginRankingLoss(first, second, Tensor.Of([1.0, 1, -1]), reduction: Reduction.None);
        AssertClose([0, 0, 1], losses);
        Differentiate(losses);
        AssertClose([-1, 0, 1], first.Grad!);
    }

    [Fact]
    public void Rounded_errors_meet_the_straight_line_at_their_bound()
    {
        foreach (var loss in new Func<Tensor, Tensor, Tensor>[]
        {
            (x, t) => SmoothL1Loss(x, t, Reduction.None), (x, t) => HuberLoss(x, t, Reduction.None),
        })
        {
            var prediction = Tensor.Of([1.0, -1, 0, 2], requiresGrad: true);
            var losses = loss(prediction, Tensor.Zeros([4], dtype: DType.Float64));
            AssertClose([0.5, 0.5, 0, 1.5], losses);
            Differentiate(losses);
            AssertClose([1, -1, 0, 1], prediction.Grad!);
        }
    }

    [Fact]
    public void Vectors_of_length_zero_have_a_cosine_and_a_direction()
    {
        var (a, b) = (Tensor.Of([0.0, 0], requiresGrad: true), Tensor.Of([1.0, 2], requiresGrad: true));
        var cosine = CosineSimilarity(a, b, dim: 0);
        AssertClose([0], cosine);
        cosine.Backward();
        AssertClose([44721359.549995795, 89442719.09999159], a.Grad!);
        AssertClose([0, 0], b.Grad!);
        AssertClose([0, 0], Normalize(a.Detach(), dim: 0));
    }

    [Fact]
    public void A_variance_below_eps_counts_as_eps_and_passes_its_derivative()
    {
        var variance = Tensor.Of([0, 1e-7], requiresGrad: true);
        var losses = GaussianNllLoss(Tensor.Of([1.0, 1]), Tensor.Of([0.0, 0]), variance, reduction: Reduction.None);
        AssertClose([499993.092244721, 499993.092244721], losses);
        Differentiate(losses);
        AssertClose([-499999500000, -499999500000], variance.Grad!);
    }

    [Fact]
    public void Drawn_noise_is_not_part_of_a_hard_choice()
    {
        var logits = Tensor.Randn(50, 4, requiresGrad: true, dtype: DType.Float64);
        var choice = GumbelSoftmax(logits, tau: 0.7, hard: true);
        Assert.Equal(1, choice.Detach().Amax(-1).Min().Item<double>(), 1e-12);
        AssertClose([.. Enumerable.Repeat(1.0, 50)], choice.Sum(-1));
        (choice * Tensor.Arange(0.0, 4)).Sum().Backward();
        Assert.True(logits.Grad!.Abs().Max().Item<double>() > 0);
    }

    [Fact]
    public void Gumbel_softmax_chooses_by_softmax()
    {
        var logits = Tensor.Of([0.0, 1, 2]);
        var counts = GumbelSoftmax(logits.Expand(20000, 3), hard: true).Sum(0).ToArray<double>();
        var expected = logits.Softmax(0).ToArray<double>();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i], counts[i] / 20000, 5 * Math.Sqrt(expected[i] / 20000));
        }
    }

    [Fact]
    public void A_derivative_is_written_over_the_count()
    {
        var (x, t) = (Tensor.Ones([2], requiresGrad: true), Tensor.Zeros([2], requiresGrad: true));
        Assert.Equal(["2·({0} − {1})/n", "−2·({0} − {1})/n"], MseLoss(x, t).Node!.Operation!.Notation.Derivatives);
        Assert.Equal(["(σ({0}) − {1})/n", "−{0}/n"], BinaryCrossEntropyWithLogits(x, t).Node!.Operation!.Notation.Derivatives);
        Assert.Equal(["(softmax({0}) − onehot({1}))/n"], CrossEntropy(x, Tensor.Of(1L)).Node!.Operation!.Notation.Derivatives);
    }

    private static void Differentiate(Tensor losses) => losses.Backward(Tensor.OnesLike(losses));

    private static void AssertClose(double[] expected, Tensor actual)
    {
        var values = actual.Detach().ToArray<double>();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i].Equals(values[i]) || Math.Abs(expected[i] - values[i]) <= 1e-12 * Math.Abs(expected[i]),
                $"element {i}: {values[i]:R}, expected {expected[i]:R}");
        }
    }
}
