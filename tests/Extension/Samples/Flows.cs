using NotebookGrad.Inspection;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Samples;

/// <summary>Gradient flows as trainings of many kinds leave them.</summary>
internal static class Flows
{
    private const int Elements = 4096;
    private const int Bins = 64;

    /// <summary>Eight layers with sigmoids: seven in a hundred of the gradient pass each of them.</summary>
    public static FlowSnapshot Vanishing(int steps = 100) => Of(8, steps, Sigmoid) with
    {
        Findings = [Finding(FlowDisease.Vanishing, "layers.0")],
    };

    /// <summary>Layers through which gradients flow as they should.</summary>
    public static FlowSnapshot Healthy(int layers = 8, int steps = 100) => Of(layers, steps, Relu);

    /// <summary>What is NaN, ∞, all zero, not there, dead and saturated, all at once.</summary>
    public static FlowSnapshot Broken()
    {
        var flow = Of(8, 30, Sigmoid);
        var moments = flow.Moments.Select((moment, index) => index < 20 ? moment : moment with
        {
            Loss = index < 25 ? double.PositiveInfinity : double.NaN,
            GradientNorm = double.NaN,
            Parameters = [.. moment.Parameters.Select((one, parameter) => one with
            {
                Gradient = parameter switch
                {
                    2 => one.Gradient! with { NaNs = 12, Mean = double.NaN, Minimum = double.NaN },
                    4 => one.Gradient! with { Infinities = 3 },
                    6 => one.Gradient! with
                    {
                        Zeros = Elements,
                        Minimum = double.NaN,
                        Median = 0,
                        Mean = 0,
                        Maximum = 0,
                    },
                    8 => null,
                    _ => one.Gradient,
                },
                UpdateRatio = parameter == 6 ? 0 : one.UpdateRatio,
            })],
            Activations = [.. moment.Activations.Select((one, activation) => one! with
            {
                Dead = activation % 2 == 0 ? double.NaN : 0.1 * activation / 2,
                Saturated = activation % 2 == 0 ? double.NaN : 0.5,
            })],
        });
        return flow with
        {
            Moments = [.. moments],
            Findings = [Finding(FlowDisease.NotFinite, "layers.1"), Finding(FlowDisease.DeadRelu, "layers.7")],
        };
    }

    /// <summary>As many layers as pictures show, and moments as are ever kept; wild, so that nothing repeats.</summary>
    public static FlowSnapshot Large(int layers = 40, int moments = FlowSnapshot.MostMoments) =>
        Of(layers, moments, (layer, layers, random) => Math.Pow(10, -8 * random.NextDouble()), every: 10) with
        {
            Findings = [.. Enum.GetValues<FlowDisease>().Select(disease => Finding(disease, $"layers.{(int)disease}"))],
        };

    /// <summary>Runs with their names.</summary>
    public static FlowComparison Compared(params (string Name, FlowSnapshot Flow)[] runs) =>
        new([.. runs.Select(run => new FlowRun(run.Name, run.Flow))]);

    /// <summary>Everything that can be seen of a flow.</summary>
    public static IEnumerable<View> Views(FlowSnapshot flow) =>
    [
        new FlowView(flow),
        new HistoryView(new FlowHistory(flow)),
        .. Enum.GetValues<FlowQuantity>().Select(one => new HistogramsView(new FlowHistograms(flow, one))),
        new ComparisonView(Compared(("a", flow), ("b", Healthy()))),
    ];

    /// <summary>Before the first backward pass.</summary>
    public static FlowSnapshot Waiting() => Healthy() with { Moments = [], Steps = 0 };

    /// <summary>One tensor that belongs to no module.</summary>
    public static FlowSnapshot Lone() => new(
        "the network",
        1,
        10,
        [new FlowParameter("w", "w", "", [3], IsWeight: false, 0)],
        [],
        [new FlowMoment(0, 0, double.NaN, 1, double.NaN, double.NaN, double.NaN, false,
            [new ParameterMoment(Sizes(0.1, new Random(1)), Sizes(1, new Random(2)), double.NaN, double.NaN)], [])],
        [],
        null);

    /// <summary>Everything is called as asked.</summary>
    public static FlowSnapshot Named(string name)
    {
        var flow = Of(2, 3, Relu);
        return flow with
        {
            Model = name,
            Parameters = [.. flow.Parameters.Select(one => one with { Name = name, Layer = name, Type = name })],
            Activations = [.. flow.Activations.Select(one => one with { Name = name, Operation = name })],
            Findings = [new FlowFinding(FlowDisease.Vanishing, name, name, name, [name, name], 1)],
        };
    }

    /// <summary>What a doctor would say.</summary>
    public static FlowFinding Finding(FlowDisease disease, string place) => new(
        disease,
        place,
        "layers.0.weight receives 4.1e-7 of what layers.7.weight receives.",
        "Each of the 8 sigmoids multiplies the gradient by σ′(x)·w, at most 0.25·|w|. "
            + "From layers.7 to layers.0 that makes 0.25⁸ ≈ 1.5e-5 at most, so that the first layers hardly move.",
        ["ReLU or tanh instead of the sigmoid", "Xavier initialisation", "batch normalisation", "skip connections"],
        12);

    /// <summary>A flow in which the mean gradient of a layer is as told.</summary>
    public static FlowSnapshot Of(int layers, int moments, Func<int, int, Random, double> mean, int every = 1)
    {
        var random = new Random(1);
        FlowParameter[] parameters =
        [
            .. Enumerable.Range(0, layers).SelectMany(layer => new[]
            {
                new FlowParameter($"layers.{layer}.weight", $"layers.{layer}", "Linear", [64, 64], true, 2 * layer),
                new FlowParameter($"layers.{layer}.bias", $"layers.{layer}", "Linear", [64], false, (2 * layer) + 1),
            }),
        ];
        FlowActivation[] activations =
        [
            .. Enumerable.Range(0, layers).SelectMany(layer => new[]
            {
                new FlowActivation($"layers.{layer}", "linear", 2 * layer, [32, 64]),
                new FlowActivation($"sigmoid after layers.{layer}", "sigmoid", 2 * layer, [32, 64]),
            }),
        ];
        FlowMoment[] seen = [.. Enumerable.Range(0, moments).Select(Moment)];
        return new FlowSnapshot("Sequential", (long)moments * every, every, parameters, activations, seen, [], null);

        FlowMoment Moment(int number)
        {
            var fall = Math.Exp(-3.0 * number / moments);
            var norm = fall * (1 + (4 * random.NextDouble() * random.NextDouble()));
            return new FlowMoment(
                (long)number * every,
                ((long)number * every) + every - 1,
                (2.3 * fall * (0.9 + (0.2 * random.NextDouble()))) + 0.1,
                norm,
                Math.Min(norm, 1),
                (0.8 * fall) + (0.2 * random.NextDouble()) - 0.1,
                5 / fall,
                Accumulated: false,
                [.. Enumerable.Range(0, 2 * layers).Select(index => new ParameterMoment(
                    Sizes(fall * mean(index / 2, layers, random), random),
                    Sizes(0.1, random),
                    5e-3 * mean(index / 2, layers, random) * (0.5 + random.NextDouble()) / 0.03,
                    0.5))],
                [.. Enumerable.Range(0, 2 * layers).Select(index => new ActivationMoment(
                    Sizes(index % 2 == 0 ? 1 : 0.5, random), Sizes(1e-3, random), double.NaN, double.NaN))]);
        }
    }

    private static double Sigmoid(int layer, int layers, Random random) =>
        0.05 * Math.Pow(0.15, layers - 1 - layer) * (0.8 + (0.4 * random.NextDouble()));

    private static double Relu(int layer, int layers, Random random) =>
        0.02 * (0.6 + (0.8 * random.NextDouble())) * (1 + (0.5 * Math.Sin(layer)));

    /// <summary>The sizes of numbers that are spread about zero.</summary>
    public static Magnitudes Sizes(double mean, Random random)
    {
        var width = 8 * mean / Bins;
        long[] counts =
        [
            .. Enumerable.Range(0, Bins).Select(bin => (bin - 31.5) / 8)
                .Select(place => 100 * Math.Exp(-place * place * 0.6) * (0.7 + (0.6 * random.NextDouble())))
                .Select(count => (long)count),
        ];
        return new Magnitudes(
            Elements, 0, 0, 0, mean / (500 + (1000 * random.NextDouble())), 0.8 * mean, mean,
            mean * (3 + random.NextDouble()), 1.25 * mean * Math.Sqrt(Elements),
            new ElementHistogram(-Bins / 2 * width, width, counts));
    }
}
