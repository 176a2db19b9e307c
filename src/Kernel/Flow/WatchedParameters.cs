using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Flow;

/// <summary>The parameters whose gradients are watched, with what pictures call them.</summary>
internal sealed record WatchedParameters(string Model, IReadOnlyList<WatchedParameter> All)
{
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
            ? new("the network", all)
            : throw new ArgumentException("gradient flow: there are no parameters; give what the optimiser changes");
    }
}

/// <summary>A parameter with what pictures call it.</summary>
/// <param name="Tensor">The leaf.</param>
/// <param name="Name">Its name in the network.</param>
/// <param name="Layer">The path of the module that holds it.</param>
/// <param name="Type">That module's type; empty without one.</param>
internal sealed record WatchedParameter(Tensor Tensor, string Name, string Layer, string Type)
{
    /// <summary>What the picture tells of it.</summary>
    public FlowParameter Told(int order) => new(Name, Layer, Type, Tensor.Shape, Tensor.Shape.Rank >= 2, order);
}
