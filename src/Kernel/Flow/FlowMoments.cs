using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// What was seen over time, bounded: when there are too many moments, neighbours are joined, but for the first, which
/// shows how training began, and for the most recent.
/// </summary>
internal sealed class FlowMoments
{
    private const int Recent = 64;

    private readonly List<FlowMoment> all = [];

    /// <summary>The last moment, or null.</summary>
    public FlowMoment? Last
    {
        get => all.Count == 0 ? null : all[^1];
        set => all[^1] = value!;
    }

    /// <summary>Adds a moment after all others.</summary>
    public void Add(FlowMoment moment)
    {
        if (all.Count == FlowSnapshot.MostMoments)
        {
            Join();
        }

        all.Add(moment);
    }

    /// <summary>All of them as they are now, oldest first.</summary>
    public FlowMoment[] ToArray() => [.. all];

    private void Join()
    {
        var before = all.ToArray();
        all.Clear();
        all.Add(before[0]);
        var end = before.Length - Recent;
        for (var next = 1; next < end; next += 2)
        {
            all.Add(next + 1 < end ? Join(before[next], before[next + 1]) : before[next]);
        }

        all.AddRange(before[end..]);
    }

    private static FlowMoment Join(FlowMoment a, FlowMoment b)
    {
        double stepsA = 1 + a.LastStep - a.FirstStep, stepsB = 1 + b.LastStep - b.FirstStep;
        return new(
            a.FirstStep,
            b.LastStep,
            Mean(a.Loss, b.Loss),
            Math.Max(a.GradientNorm, b.GradientNorm),
            double.MaxNumber(a.ClippedNorm, b.ClippedNorm),
            Mean(a.Cosine, b.Cosine),
            Mean(a.NoiseScale, b.NoiseScale),
            a.Accumulated || b.Accumulated,
            [.. a.Parameters.Zip(b.Parameters, OfParameters)],
            [.. b.Activations.Select((one, i) => OfActivations(a.Activations.ElementAtOrDefault(i), one))]);

        double Mean(double x, double y) => MagnitudeReader.Mean(x, y, stepsA, stepsB);

        ParameterMoment OfParameters(ParameterMoment x, ParameterMoment y) => new(
            MagnitudeReader.Join(x.Gradient, y.Gradient),
            MagnitudeReader.Join(x.Weights, y.Weights)!,
            Mean(x.UpdateRatio, y.UpdateRatio),
            Mean(x.Cosine, y.Cosine))
        {
            IsFrozen = y.IsFrozen,
        };

        ActivationMoment? OfActivations(ActivationMoment? x, ActivationMoment? y) => x is null || y is null
            ? x ?? y
            : new(
                MagnitudeReader.Join(x.Values, y.Values),
                MagnitudeReader.Join(x.Gradient, y.Gradient),
                Mean(x.Saturated, y.Saturated),
                Mean(x.Dead, y.Dead))
            {
                Calls = y.Calls,
                FirstGradientNorm = Mean(x.FirstGradientNorm, y.FirstGradientNorm),
                LastGradientNorm = Mean(x.LastGradientNorm, y.LastGradientNorm),
            };
    }
}
