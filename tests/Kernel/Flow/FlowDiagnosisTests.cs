using NotebookGrad.Flow;
using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Flow;

/// <summary>The rules of the diagnosis on snapshots made by hand.</summary>
public class FlowDiagnosisTests
{
    private const int Layers = 6;

    public static TheoryData<double> Nasty() => [double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0, -1, 1e300, 5e-324];

    [Fact]
    public void Nothing_is_found_before_the_first_moment() => Assert.Empty(FlowDiagnosis.Of(Flow([])));

    [Fact]
    public void A_network_whose_loss_falls_while_all_sizes_are_even_has_nothing() => Assert.Empty(FlowDiagnosis.Of(Flow(Moments())));

    [Theory]
    [InlineData(0.2, FlowDisease.Vanishing)]
    [InlineData(5, FlowDisease.Exploding)]
    public void Gradients_by_a_power_of_the_layer_shrink_or_grow(double factor, FlowDisease disease)
    {
        var moments = Moments(loss: _ => 2, gradient: layer => Math.Pow(factor, Layers - 1 - layer));
        var finding = FlowDiagnosis.Of(Flow(moments))[0];
        Assert.Equal(disease, finding.Disease);
        Assert.Equal("layers.0", finding.Place);
        Assert.Contains($"{factor} times a layer, 5 times over", finding.Evidence);
        Assert.Contains($"{factor}⁵ ≈", finding.Mechanism);
    }

    [Theory]
    [InlineData(0.59, false)]
    [InlineData(0.61, true)]
    public void Units_are_dead_where_most_of_a_layer_gives_nothing(double share, bool isSick) => Assert.Equal(
        isSick, Has(FlowDisease.DeadRelu, Moments(loss: _ => 2, dead: share)));

    [Theory]
    [InlineData(0.49, false)]
    [InlineData(0.51, true)]
    public void Functions_are_saturated_where_half_of_their_elements_are(double share, bool isSick) => Assert.Equal(
        isSick, Has(FlowDisease.Saturation, Moments(saturated: share)));

    [Fact]
    public void A_loss_that_stands_still_far_from_its_noise_is_a_plateau_or_a_rate()
    {
        Assert.True(Has(FlowDisease.Plateau, Moments(loss: _ => 2)));
        Assert.True(Has(FlowDisease.RateTooSmall, Moments(loss: _ => 2, update: 1e-6)));
        Assert.True(Has(FlowDisease.RateTooLarge, Moments(loss: step => step % 2 == 0 ? 2 : 2.2, update: 0.05, cosine: -0.9)));
        Assert.True(Has(FlowDisease.RateTooLarge, Moments(loss: step => 2 + step, update: 0.05)));
    }

    [Fact]
    public void A_loss_that_steep_weights_hold_where_it_is_was_fitted_before()
    {
        // Gradients of norm 0.1 by weights of norm 2.3: 4.6 times a loss of 0.05.
        Assert.Empty(FlowDiagnosis.Of(Flow(Moments(loss: _ => 0.05))));
        Assert.Empty(FlowDiagnosis.Of(Flow(Moments(loss: _ => 0.05, update: 1e-6))));
        Assert.NotEmpty(FlowDiagnosis.Of(Flow(Moments(loss: _ => 0.1))));
        Assert.NotEmpty(FlowDiagnosis.Of(Flow(Moments(loss: _ => 0.1, update: 1e-6))));
    }

    [Theory]
    [InlineData(1.25, true)]
    [InlineData(2.5, false)]
    public void A_loss_that_is_noise_away_from_the_first_has_not_risen(double other, bool isSick) => Assert.Equal(
        isSick,
        Has(FlowDisease.RateTooLarge, Moments(loss: step => step == 0 ? 1 : step % 2 == 0 ? 1.25 : other, update: 0.05)));

    [Theory]
    [InlineData(1.1, true)]
    [InlineData(0.5, false)]
    public void A_step_as_long_as_the_weights_after_which_the_loss_rises_is_too_long(double update, bool isSick)
    {
        var moments = Moments(loss: step => step is 1 or 2 ? 5 : 2 - (step * 0.03));
        moments[0] = Moments(loss: _ => 2, update: update)[0];
        Assert.Equal(isSick, Has(FlowDisease.RateTooLarge, moments));
    }

    [Fact]
    public void What_follows_from_a_finding_stands_behind_it()
    {
        // Steps as long as the weights make them NaN, and what is NaN is not above 0.
        var moments = Moments(loss: step => step < 2 ? 2 : double.NaN, update: 2);
        var dead = Moments(dead: 1);
        for (var step = 3; step < moments.Length; step++)
        {
            moments[step] = moments[step] with { Activations = dead[step].Activations };
        }

        var flow = Flow(moments) with { Cause = new NotFiniteCause(20, false, "mul", null, "layers.1", null, 3, 0, []) };
        Assert.Equal(
            [FlowDisease.RateTooLarge, FlowDisease.NotFinite, FlowDisease.DeadRelu],
            FlowDiagnosis.Of(flow).Select(finding => finding.Disease));

        // They may also leave gradients nothing to come back through.
        moments = Moments(loss: step => step == 0 ? 2 : 3, update: 0.2);
        var vanished = Moments(gradient: layer => Math.Pow(0.01, Layers - 1 - layer));
        for (var step = 1; step < moments.Length; step++)
        {
            moments[step] = moments[step] with { Activations = vanished[step].Activations };
        }

        Assert.Equal(
            [FlowDisease.RateTooLarge, FlowDisease.Vanishing], FlowDiagnosis.Of(Flow(moments)).Select(finding => finding.Disease));
    }

    [Fact]
    public void What_is_frozen_is_not_unused()
    {
        Assert.True(Has(FlowDisease.UnusedParameter, Moments(unused: new ParameterMoment(null, Sizes(1), 0, double.NaN))));
        Assert.False(Has(
            FlowDisease.UnusedParameter,
            Moments(unused: new ParameterMoment(null, Sizes(1), 0, double.NaN) { IsFrozen = true })));
    }

    [Theory]
    [MemberData(nameof(Nasty))]
    public void No_number_makes_a_rule_throw(double number)
    {
        var sizes = new Magnitudes(4, 0, 1, 1, number, number, number, number, number, null);
        foreach (var count in (int[])[1, 2, 3, 20])
        {
            var moments = Moments(_ => number, _ => number, number, number, number, number).Take(count).Select(moment => moment with
            {
                Parameters = [.. moment.Parameters.Select(_ => new ParameterMoment(sizes, sizes, number, number))],
                GradientNorm = number,
            });
            Assert.All(FlowDiagnosis.Of(Flow([.. moments])), finding => Assert.NotEmpty(finding.Evidence));
            Assert.NotNull(FlowDiagnosis.Of(Flow([.. moments.Select(moment => moment with { Activations = [] })])));
        }
    }

    private static bool Has(FlowDisease disease, FlowMoment[] moments) =>
        FlowDiagnosis.Of(Flow(moments)).Any(finding => finding.Disease == disease);

    // Layers of 16 by 16 with PyTorch's first weights, each with a function behind it.
    private static FlowSnapshot Flow(FlowMoment[] moments) => new(
        "net",
        moments.Length * 10,
        10,
        [.. Numbers.Select(layer => new FlowParameter($"layers.{layer}.weight", $"layers.{layer}", "Linear", [16, 16], true, layer))],
        [
            .. Numbers.SelectMany<int, FlowActivation>(layer =>
            [
                new($"layers.{layer}", "linear", layer, [8, 16]), new($"relu after layers.{layer}", "relu", layer, [8, 16]),
            ]),
        ],
        moments,
        [],
        null);

    private static FlowMoment[] Moments(
        Func<int, double>? loss = null,
        Func<int, double>? gradient = null,
        double update = 1e-3,
        double cosine = 0.1,
        double dead = 0,
        double saturated = 0,
        ParameterMoment? unused = null) =>
    [
        .. from step in Enumerable.Range(0, 20)
           select new FlowMoment(
               step * 10,
               step * 10,
               loss?.Invoke(step) ?? 2.0 / (1 + step),
               1,
               double.NaN,
               cosine,
               double.NaN,
               false,
               [
                   .. Numbers.Select(layer => layer == 0 && unused is not null
                       ? unused
                       : new ParameterMoment(Sizes(0.1), Sizes(16 * 0.144), update, cosine)),
               ],
               [
                   .. Numbers.SelectMany(layer =>
                   {
                       var size = Sizes(gradient?.Invoke(layer) ?? 1);
                       return new[]
                       {
                           new ActivationMoment(Sizes(11), size, double.NaN, double.NaN),
                           new ActivationMoment(Sizes(8), size, saturated, dead),
                       };
                   }),
               ]),
    ];

    private static IEnumerable<int> Numbers => Enumerable.Range(0, Layers);

    private static Magnitudes Sizes(double norm) => new(256, 0, 0, 0, norm / 32, norm / 20, norm / 16, norm / 4, norm, null);
}
