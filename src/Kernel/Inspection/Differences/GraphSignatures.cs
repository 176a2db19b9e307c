namespace NotebookGrad.Inspection;

/// <summary>
/// Numbers for what nodes are made from and used for: two nodes of one number are alike as far as one can go from them
/// without passing a node that has its match already. Numbers are given out in the order of first sight, so that none
/// collide.
/// </summary>
/// <param name="strict">Whether shapes, dtypes and what an operation's notation tells count, too.</param>
internal sealed class GraphSignatures(bool strict)
{
    private readonly Dictionary<string, int> numbers = [];

    /// <summary>For each node the number of what it is made from.</summary>
    public int[] Made(GraphSide side, bool isAfter)
    {
        var made = new int[side.Nodes.Count];
        for (var node = 0; node < made.Length; node++)
        {
            var from = side.Match[node] >= 0
                ? ""
                : string.Join(",", side.Operands[node].Select(use => $"{use.Edge.Operand}:{made[use.Node]}"));
            made[node] = Number($"{Own(side, node, isAfter)}({from})");
        }

        return made;
    }

    /// <summary>For each node the number of what it is used for.</summary>
    public int[] Used(GraphSide side, bool isAfter)
    {
        var used = new int[side.Nodes.Count];
        for (var node = used.Length - 1; node >= 0; node--)
        {
            var by = side.Match[node] >= 0
                ? ""
                : string.Join(",", side.Uses[node].Select(use => (used[use.Node], use.Edge.Operand)).Order());
            used[node] = Number($"{Own(side, node, isAfter)}{side.RootMark(node)}>{by}");
        }

        return used;
    }

    /// <summary>A number for a node by itself.</summary>
    public int Alone(GraphSide side, int node, bool isAfter) => Number(Own(side, node, isAfter));

    private string Own(GraphSide side, int node, bool isAfter)
    {
        if (side.Match[node] >= 0)
        {
            return $"={(isAfter ? side.Match[node] : node)}";
        }

        var described = side.Nodes[node];
        var form = strict || described.Kind != GraphNodeKind.Operation
            ? $" {described.Shape} {described.DType} {described.Notation?.Formula}"
            : "";
        return $"{described.Kind} {described.Operation}{form}";
    }

    private int Number(string text)
    {
        numbers.TryAdd(text, numbers.Count);
        return numbers[text];
    }
}
