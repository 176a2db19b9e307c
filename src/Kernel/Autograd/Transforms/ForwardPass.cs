using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Forward mode over a recorded graph: pushes tangents from chosen inputs to an output.</summary>
internal static class ForwardPass
{
    /// <summary>The output's tangent.</summary>
    public static Tensor Push(Tensor output, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> tangents)
    {
        if (inputs.Count != tangents.Count)
        {
            throw new ArgumentException($"jvp: {inputs.Count} inputs and {tangents.Count} tangents; give one for each");
        }

        var known = new Dictionary<Node, Tensor>();
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Shape != tangents[i].Shape || inputs[i].DType != tangents[i].DType)
            {
                throw new ArgumentException(
                    $"jvp: the tangent of {inputs[i].Describe()} {inputs[i].DType.Text} is {tangents[i].Shape} "
                    + $"{tangents[i].DType.Text}; it must have the input's shape and dtype");
            }

            if (inputs[i].Node is { } node)
            {
                known[node] = tangents[i];
            }
        }

        if (output.Node is not { } root)
        {
            return Tensor.ZerosLike(output);
        }

        using var order = GraphOrder.From(root);
        var outputFirst = new List<Node>();
        while (order.Next(out var slot))
        {
            outputFirst.Add(order[slot]);
            order.Done(slot);
        }

        foreach (var node in Enumerable.Reverse(outputFirst))
        {
            if (!known.ContainsKey(node) && Tangent(node, known) is { } tangent)
            {
                known[node] = tangent;
            }
        }

        return known.TryGetValue(root, out var result) ? result : Tensor.ZerosLike(output);
    }

    // The sum over the operands that move; null where none does.
    private static Tensor? Tangent(Node node, Dictionary<Node, Tensor> known)
    {
        Tensor? sum = null;
        for (var operand = 0; operand < node.Operands.Count; operand++)
        {
            if (known.TryGetValue(node.Operands[operand], out var tangent))
            {
                RefuseFreed(node);
                var part = node.Operation!.Push(new Kept(node), operand, tangent);
                sum = sum is null ? part : sum + part;
            }
        }

        return sum?.Expand(node.Shape);
    }

    private static void RefuseFreed(Node node)
    {
        if (node.FreedBy is { } line)
        {
            throw new InvalidOperationException(
                $"jvp: {node} has lost what it had kept, to the Backward"
                + $"{(line.Length > 0 ? $" at {line}" : " before")}. Compute the output "
                + "again, or call that one as Backward(retainGraph: true).");
        }
    }
}
