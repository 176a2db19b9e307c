using NotebookGrad.Operations;

namespace NotebookGrad.Exploration;

/// <summary>Counts how often units behind ReLUs are active.</summary>
internal static class ActivityInspector
{
    /// <summary>The activity of a layer.</summary>
    /// <param name="name">What the layer is called.</param>
    /// <param name="activations">Units along axis 1, or along the only axis of one example.</param>
    public static LayerActivity Of(string name, Tensor activations)
    {
        var shape = activations.Shape;
        var axis = Math.Min(1, shape.Rank - 1);
        if (shape.Rank == 0 || activations.Count == 0)
        {
            throw new ArgumentException(
                $"active_units: {activations.Describe(name)} has no units; give [examples, units, …] with one or more");
        }

        using (Autograd.NoGrad())
        {
            var (units, count) = (shape[axis], activations.Count / shape[axis]);
            var active = (activations.Detach() > 0).To(DType.Float64).Transpose(0, axis).Reshape(units, -1).Sum(1);
            return new LayerActivity(name, [.. active.ToArray<double>().Select(number => number / count)], count);
        }
    }

    /// <summary>
    /// The activity behind all ReLUs that a tensor was computed by, each called by the module that it is in.
    /// </summary>
    public static UnitActivity Behind(Tensor output, string model)
    {
        var times = new Dictionary<string, int>();
        var layers = new List<LayerActivity>();
        foreach (var node in Relus(output).OrderBy(node => node.Id))
        {
            // The outermost module is the model itself.
            var inner = node.Module?.Around.Reverse().Skip(1).Select(call => call.Name) ?? [];
            var name = string.Join('.', inner) is { Length: > 0 } path ? path : "relu";
            var number = times[name] = times.GetValueOrDefault(name) + 1;
            layers.Add(Of(number > 1 ? $"{name} ({number})" : name, node.SavedOutput()));
        }

        return layers.Count > 0
            ? new(layers)
            : throw new ArgumentException(
                $"active_units: behind what {model} makes there is no ReLU; give the activations of a layer themselves, "
                + "to see which are above 0");
    }

    private static List<Node> Relus(Tensor output)
    {
        var (seen, open, found) = (new HashSet<Node>(), new Stack<Node>(), new List<Node>());
        if (output.GradFn is { } root)
        {
            open.Push(root);
        }

        while (open.TryPop(out var node))
        {
            if (seen.Add(node))
            {
                found.AddRange(node.Operation is Unary<Relu> ? [node] : Array.Empty<Node>());
                foreach (var next in node.NextFunctions.OfType<Node>())
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }
}
