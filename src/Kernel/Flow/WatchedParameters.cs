using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Flow;

/// <summary>The parameters whose gradients are watched, with what pictures call them.</summary>
internal sealed class WatchedParameters
{
    private readonly Dictionary<Tensor, int> numbers = new(ReferenceEqualityComparer.Instance);
    private readonly bool hasWeights;

    private WatchedParameters(string model, WatchedParameter[] all)
    {
        (Model, All) = (model, all);
        hasWeights = all.Any(one => one.IsWeight);
        foreach (var (number, one) in all.Index())
        {
            numbers.TryAdd(one.Tensor, number);
        }
    }

    /// <summary>What pictures call the network.</summary>
    public string Model { get; }

    /// <summary>The parameters, in the order of the network.</summary>
    public WatchedParameter[] All { get; }

    /// <summary>Those of a network, in its order.</summary>
    public static WatchedParameters Of(Module model)
    {
        model.Outline();
        var seen = new HashSet<Tensor>(ReferenceEqualityComparer.Instance);
        WatchedParameter[] all =
        [
            .. from part in ModuleTree.Of(model)
               from entry in part.Module.Tensors()
               where entry.Kind == ModuleMemberKind.Parameter && seen.Add(entry.Tensor)
               let layer = part.Path.Length == 0 ? model.Name : part.Path
               let name = part.Path.Length == 0 ? entry.Name : $"{part.Path}.{entry.Name}"
               select new WatchedParameter(entry.Tensor, name, layer, part.Module.TypeName),
        ];
        return all.Length > 0
            ? new(model.Name, all)
            : throw new ArgumentException($"gradient flow: {model.Name} has no parameters; there is nothing to watch");
    }

    /// <summary>Tensors, called by their own names or by their numbers.</summary>
    public static WatchedParameters Of(IEnumerable<Tensor> parameters)
    {
        var all = new List<WatchedParameter>();
        foreach (var (number, tensor) in parameters.Index())
        {
            if (tensor is not { IsLeaf: true, RequiresGrad: true })
            {
                throw new ArgumentException(
                    $"gradient flow: parameter {number}, {tensor?.Describe() ?? "null"}, is no leaf that requires a "
                    + "gradient; give what the optimiser changes");
            }

            var name = Naming.Of(tensor) ?? $"parameter {number}";
            all.Add(new(tensor, name, name, string.Empty));
        }

        return all.Count > 0
            ? new("the network", [.. all])
            : throw new ArgumentException("gradient flow: there are no parameters; give what the optimiser changes");
    }

    /// <summary>The number of the parameter at a node, or null.</summary>
    public int? Find(Node node) =>
        node.NeedsGradient && node.Value is { } leaf && numbers.TryGetValue(leaf, out var number) ? number : null;

    /// <summary>
    /// Whether a parameter begins a layer: a weight; where there are none, as with single numbers, any.
    /// </summary>
    public bool IsLayer(int number) => !hasWeights || All[number].IsWeight;
}
