using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Gradient flows that are hard to draw.</summary>
internal static class NastyFlows
{
    private static readonly double[] Values =
    [
        0, double.NaN, double.PositiveInfinity, double.MaxValue, double.Epsilon, 1e-300, 1e300, -1,
    ];

    /// <summary>None, few and many of everything; numbers of every kind; lists that do not fit each other.</summary>
    public static IReadOnlyList<FlowSnapshot> All { get; } =
    [
        Flows.Vanishing(),
        Flows.Broken(),
        Flows.Large(),
        Flows.Large(2_000, 3),
        Flows.Waiting(),
        Flows.Lone(),
        Flows.Healthy(0),
        Flows.Healthy(1, 1),
        .. Values.Select(value => Flows.Of(3, 4, (_, _, _) => value)),
        .. Values.Select(Everywhere),
        Loose(),
        Backwards(),
    ];

    /// <summary>Every number is this one.</summary>
    private static FlowSnapshot Everywhere(double value)
    {
        var sizes = new Magnitudes(
            4, 4, long.MaxValue, -1, value, value, value, value, value, new ElementHistogram(value, value, [1, -1]));
        var flow = Flows.Healthy(3, 4);
        return flow with
        {
            Moments =
            [
                .. flow.Moments.Select(moment => moment with
                {
                    FirstStep = long.MaxValue,
                    LastStep = long.MaxValue,
                    Loss = value,
                    GradientNorm = value,
                    ClippedNorm = value,
                    Cosine = value,
                    NoiseScale = value,
                    Parameters = [.. moment.Parameters.Select(_ => new ParameterMoment(sizes, sizes, value, value))],
                    Activations = [.. moment.Activations.Select(_ => new ActivationMoment(sizes, sizes, value, value))],
                }),
            ],
            Findings = [Flows.Finding((FlowDisease)99, "") with { Evidence = "", Mechanism = "", Remedies = [] }],
        };
    }

    /// <summary>Moments that know fewer parameters than there are, and activations of no parameter.</summary>
    private static FlowSnapshot Loose()
    {
        var flow = Flows.Healthy(3, 4);
        return flow with
        {
            Activations = [.. flow.Activations.Select(one => one with { Parameter = 99 })],
            Moments = [.. flow.Moments.Select(moment => moment with { Parameters = [], Activations = [null] })],
        };
    }

    /// <summary>Steps that do not go on.</summary>
    private static FlowSnapshot Backwards()
    {
        var flow = Flows.Healthy(2, 5);
        return flow with { Moments = [.. flow.Moments.Reverse()] };
    }
}
