namespace NotebookGrad.Inspection;

/// <summary>Cuts out of a snapshot what calls of a module have built.</summary>
internal static class GraphPart
{
    /// <summary>The part that a module's calls built, with what entered them from outside as leaves.</summary>
    /// <param name="graph">The whole.</param>
    /// <param name="path">The module's path or the last part of it; maybe the number of a call in brackets.</param>
    /// <exception cref="ArgumentException">No call is called so; the message lists those there are.</exception>
    public static GraphSnapshot Inside(GraphSnapshot graph, string path)
    {
        var calls = Calls(graph, path).ToHashSet();
        var inside = graph.Nodes.Where(node => node.Module?.Around.Any(calls.Contains) == true)
            .Select(node => node.Id).ToHashSet();
        var edges = graph.Edges.Where(edge => inside.Contains(edge.To)).ToArray();
        var flows = edges.ToLookup(edge => edge.From, edge => edge.CarriesGradient);
        var leaving = graph.Edges.Where(edge => !inside.Contains(edge.To)).Select(edge => edge.From)
            .Concat(graph.Roots).ToHashSet();
        return graph with
        {
            Nodes =
            [
                .. graph.Nodes.Where(node => inside.Contains(node.Id) || flows.Contains(node.Id))
                    .Select(node => inside.Contains(node.Id) ? node : Entering(node, flows[node.Id].Any(flow => flow))),
            ],
            Edges = edges,
            Roots = [.. graph.Nodes.Select(node => node.Id).Where(id => inside.Contains(id) && leaving.Contains(id))],
            Omitted = 0,
        };
    }

    private static GraphNode Entering(GraphNode node, bool needsGradient) => node with
    {
        Kind = needsGradient ? GraphNodeKind.Parameter : GraphNodeKind.Constant,
        Operation = null,
        Notation = null,
        Module = null,
        SavedBytes = 0,
        Freed = false,
    };

    private static IReadOnlyList<GraphModule> Calls(GraphSnapshot graph, string path)
    {
        var all = graph.Nodes.SelectMany(node => node.Module?.Around.Reverse() ?? []).Distinct().ToArray();
        var named = Array.FindAll(all, call => IsCalled(call, path));
        if (named.Length > 0)
        {
            return named;
        }

        var bracket = path.LastIndexOf('[');
        if (bracket > 0 && path[^1] == ']' && int.TryParse(path[(bracket + 1)..^1], out var number))
        {
            named = Array.FindAll(all, call => IsCalled(call, path[..bracket]));
            if (number >= 0 && number < named.Length)
            {
                return [named[number]];
            }
        }

        throw Missing(path, all);
    }

    private static ArgumentException Missing(string path, GraphModule[] all)
    {
        var paths = all.GroupBy(call => call.Path).Select(calls => calls.Count() == 1
            ? calls.Key
            : $"{calls.Key} ({calls.Count()} calls, {calls.Key}[0] to [{calls.Count() - 1}])");
        return new ArgumentException(all.Length == 0
            ? $"graph: there is no module \"{path}\" in it, nor any other; build the part inside "
                + "using (Graph.Module(\"…\")) { … }"
            : $"graph: there is no module \"{path}\" in it; there are {string.Join(", ", paths)}");
    }

    private static bool IsCalled(GraphModule call, string path) =>
        call.Path == path || call.Path.EndsWith("." + path, StringComparison.Ordinal);
}
