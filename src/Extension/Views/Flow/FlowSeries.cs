using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A quantity of the whole network over the steps of its training.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Note">What one has to know in order to read it.</param>
/// <param name="Role">What it means.</param>
/// <param name="Line">Its numbers.</param>
internal sealed record FlowSeries(string Name, string Note, Role Role, StepLine Line)
{
    /// <summary>A second line on the same axis; null for none.</summary>
    public StepLine? Other { get; init; }

    /// <summary>Whether NaN is a number gone wrong, and not one that is not known.</summary>
    public bool IsAlwaysKnown { get; init; }

    /// <summary>What the axis spans whatever the numbers are.</summary>
    public IReadOnlyList<double> Extent { get; init; } = [];

    /// <summary>The quantities of a training.</summary>
    public static IReadOnlyList<FlowSeries> All(IReadOnlyList<FlowMoment> moments)
    {
        var clipped = new StepLine(moments, moment => moment.ClippedNorm);
        return
        [
            new("loss", "", Role.Plain, new StepLine(moments, moment => moment.Loss)) { IsAlwaysKnown = true },
            new(
                "‖∇‖",
                clipped.IsKnown ? "of all gradients · dashed: after clipping" : "of all gradients",
                Role.Gradient,
                new StepLine(moments, moment => moment.GradientNorm))
            {
                Other = clipped.IsKnown ? clipped : null,
                IsAlwaysKnown = true,
            },
            new(
                "cosine",
                "between successive gradients: 1 same way, −1 back",
                Role.Gradient,
                new StepLine(moments, moment => moment.Cosine)) { Extent = [-1, 1] },
            new(
                "noise scale",
                "in batches: where it is large, larger batches pay",
                Role.Gradient,
                new StepLine(moments, moment => moment.NoiseScale)),
        ];
    }

    /// <summary>Its axis.</summary>
    public CurveAxis Axis(int mostTicks) =>
        StepLine.Axis(mostTicks, [.. Line.Values, .. Other?.Values ?? [], .. Extent]);

    /// <summary>Its last, least and greatest number in words.</summary>
    public string Words => $"{Name}: last {NumberText.Of(IsAlwaysKnown ? Line.Last : Line.Values.Last())}, "
        + $"least {NumberText.Of(Line.Values.Min())}, greatest {NumberText.Of(Line.Values.Max())}";
}
