using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>How large a layer's first weights are, measured by what keeps the size of what flows through.</summary>
/// <param name="Name">The layer.</param>
/// <param name="Parameter">The weight's number among <see cref="FlowSnapshot.Parameters"/>.</param>
/// <param name="Size">The weights' root mean square.</param>
/// <param name="AtLeast">The same times √fan, for the smaller fan of in and out.</param>
/// <param name="AtMost">The same times √fan, for the larger fan.</param>
internal sealed record WeightScale(string Name, int Parameter, double Size, double AtLeast, double AtMost)
{
    /// <summary>Twice Kaiming's, and a little more.</summary>
    public const double Large = 3;

    /// <summary>A tenth of Xavier's, and a sixth of PyTorch's.</summary>
    public const double Small = 0.1;

    public bool IsTooLarge => AtLeast > Large;

    public bool IsTooSmall => AtMost < Small;

    /// <summary>
    /// The scales of the weights with which layers' outputs are computed, in the order of the forward pass.
    /// </summary>
    public static IReadOnlyList<WeightScale> Of(FlowReading reading)
    {
        var flow = reading.Flow;
        return
        [
            .. from number in flow.Activations.Where(one => one.Parameter >= 0).Select(one => one.Parameter).Distinct()
               let parameter = flow.Parameters[number]
               where parameter is { IsWeight: true, Type: not "Embedding" }
               let weights = reading.Moments[0].Parameters[number].Weights
               where weights.IsFinite
               let size = weights.Norm / Math.Sqrt(weights.Count)
               let kernel = parameter.Shape.ToArray().Skip(2).Aggregate(1.0, (product, length) => product * length)
               let fans = (Out: parameter.Shape[0] * kernel, In: parameter.Shape[1] * kernel)
               select new WeightScale(
                   parameter.Layer,
                   number,
                   size,
                   size * Math.Sqrt(Math.Min(fans.Out, fans.In)),
                   size * Math.Sqrt(Math.Max(fans.Out, fans.In))),
        ];
    }

    /// <summary>
    /// By how much the network's output is larger than its input, from the first layer's output and weights; NaN where
    /// the sizes are not known.
    /// </summary>
    public static double OutputGrowth(FlowReading reading, IReadOnlyList<WeightScale> scales)
    {
        var seen = reading.Flow.Activations.Zip(reading.Moments[0].Activations)
            .Where(pair => pair.First.Parameter >= 0 && pair.Second?.Values is not null)
            .Select(pair => (pair.First.Parameter, Values: pair.Second!.Values!))
            .ToArray();
        if (seen.Length == 0 || scales.FirstOrDefault(scale => scale.Parameter == seen[0].Parameter) is not { } first)
        {
            return double.NaN;
        }

        var input = SizeOf(seen[0].Values) / Math.Max(first.AtMost, double.Epsilon);
        return seen[^1].Values.IsFinite ? SizeOf(seen[^1].Values) / input : double.PositiveInfinity;
    }

    private static double SizeOf(Magnitudes values) => values.Norm / Math.Sqrt(values.Count);
}
