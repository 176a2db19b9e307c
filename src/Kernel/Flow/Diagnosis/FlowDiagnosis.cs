using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Says of a training that was watched what keeps the network from learning.</summary>
internal static class FlowDiagnosis
{
    /// <summary>The rules, the gravest first: what is certain, then causes, then what may have several.</summary>
    public static IReadOnlyList<FlowRule> Rules { get; } =
    [
        new ForgottenZeroGradRule(),
        new SoftmaxOverflowRule(),
        new NotFiniteRule(),
        new UnusedParameterRule(),
        new BiasOnlyRule(),
        new SaturationRule(),
        new ExplodingRule(),
        new InitialisationRule(),
        new VanishingRule(),
        new DeadReluRule(),
        new RateTooLargeRule(),
        new RateTooSmallRule(),
        new PlateauRule(),
    ];

    /// <summary>
    /// What is found, the gravest first; nothing in a network that is healthy or was not watched yet.
    /// </summary>
    public static IReadOnlyList<FlowFinding> Of(FlowSnapshot flow)
    {
        if (flow.Moments.Count == 0)
        {
            return [];
        }

        var reading = new FlowReading(flow);
        var findings = new List<FlowFinding>();
        foreach (var rule in Rules)
        {
            if (rule.Find(reading, findings) is { } finding)
            {
                findings.Add(finding);
            }
        }

        // What an earlier finding has brought about stands behind it.
        return
        [
            .. findings.OrderBy(finding => findings.Any(other => Explains(other, finding, reading)))
                .Select(finding => finding with { Place = Words.Layer(finding.Place) }),
        ];
    }

    private static bool Explains(FlowFinding cause, FlowFinding effect, FlowReading reading) =>
        (cause.Disease, effect.Disease) switch
        {
            (FlowDisease.RateTooLarge, FlowDisease.NotFinite or FlowDisease.Saturation or FlowDisease.Vanishing) =>
                cause.Step < effect.Step,

            // Units may die and leave the loss where it was; where it is worse than at first, more has happened.
            (FlowDisease.RateTooLarge, FlowDisease.DeadRelu) => cause.Step < effect.Step && reading.Loss.Fall < 0,

            // NaN in the weights is neither above 0 nor anywhere else.
            (FlowDisease.NotFinite, FlowDisease.DeadRelu or FlowDisease.Saturation) => cause.Step < effect.Step,
            (FlowDisease.Exploding or FlowDisease.Initialisation, FlowDisease.NotFinite) => cause.Step <= effect.Step,
            _ => false,
        };
}
