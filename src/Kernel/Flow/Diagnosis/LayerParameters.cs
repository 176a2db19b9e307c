using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>A layer's parameters, by their numbers among <see cref="FlowSnapshot.Parameters"/>.</summary>
/// <param name="Name">The layer's path; of parameters without a module, the weight's name.</param>
/// <param name="Weights">Those of two axes and more.</param>
/// <param name="Biases">The others.</param>
internal sealed record LayerParameters(string Name, IReadOnlyList<int> Weights, IReadOnlyList<int> Biases)
{
    /// <summary>The layers in the order of the forward pass.</summary>
    public static IReadOnlyList<LayerParameters> Of(FlowSnapshot flow)
    {
        var layers = new List<(string Name, List<int> All)>();
        foreach (var (number, parameter) in flow.Parameters.Index())
        {
            // Without a module a bias belongs to the weight before it.
            var joins = layers.Count > 0
                && (parameter.Type.Length > 0 ? layers[^1].Name == parameter.Layer : !parameter.IsWeight);
            if (!joins)
            {
                layers.Add((parameter.Layer, []));
            }

            layers[^1].All.Add(number);
        }

        return
        [
            .. from layer in layers
               orderby layer.All.Min(number => flow.Parameters[number].Order)
               select new LayerParameters(
                   layer.Name,
                   [.. layer.All.Where(number => flow.Parameters[number].IsWeight)],
                   [.. layer.All.Where(number => !flow.Parameters[number].IsWeight)]),
        ];
    }
}
