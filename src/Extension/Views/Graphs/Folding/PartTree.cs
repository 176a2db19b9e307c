using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>Divides a graph into its modules and, within each, into what repeats.</summary>
internal static class PartTree
{
    /// <summary>The outermost parts, in order.</summary>
    public static IReadOnlyList<Part> Of(GraphWiring wiring)
    {
        var repetitions = new Repetitions(wiring);
        var open = new Stack<(GraphModule? Module, List<Part> Row)>();
        open.Push((null, []));
        var inside = new HashSet<GraphModule>(ReferenceEqualityComparer.Instance);

        void Close()
        {
            var (module, row) = open.Pop();
            inside.Remove(module!);
            var name = PlainName.Of(module!.Title) ?? "module";
            var parts = repetitions.Fold(row);
            open.Peek().Row.Add(new Part(
                PartKind.Module, name, parts[0].First, parts[^1].End - parts[0].First, parts));
        }

        for (var step = 0; step < wiring.Operations.Length; step++)
        {
            var entered = new Stack<GraphModule>();
            var module = wiring.Nodes[wiring.Operations[step]].Module;
            for (; module is not null && !inside.Contains(module); module = module.Parent)
            {
                entered.Push(module);
            }

            while (!ReferenceEquals(open.Peek().Module, module))
            {
                Close();
            }

            foreach (var next in entered)
            {
                open.Push((next, []));
                inside.Add(next);
            }

            open.Peek().Row.Add(Part.Operation(step));
        }

        while (open.Count > 1)
        {
            Close();
        }

        return repetitions.Fold(open.Pop().Row);
    }
}
