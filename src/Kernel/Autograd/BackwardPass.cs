using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Reverse mode: pulls the gradient of an output back through its graph, and hands out the results at the end, all or
/// none.
/// </summary>
internal sealed class BackwardPass : IDisposable
{
    private readonly GraphOrder order;
    private readonly BackwardScope scope;

    private BackwardPass(Tensor output, bool createGraph)
    {
        order = GraphOrder.From(output.Node!);
        scope = new BackwardScope(createGraph);
    }

    /// <summary>Adds the gradients of an output to the <c>.Grad</c> of the leaves behind it.</summary>
    public static void Accumulate(Tensor output, Tensor? gradient, bool retainGraph, bool createGraph)
    {
        using var pass = Begin(output, gradient, createGraph);
        pass.Run([]);
        LeafGradients.Commit(pass.order, pass.scope);
        pass.End(retainGraph);
    }

    /// <summary>The gradients of an output by chosen inputs.</summary>
    public static Tensor[] Differentiate(
        Tensor output, IReadOnlyList<Tensor> inputs, Tensor? gradient, bool retainGraph, bool createGraph)
    {
        using var pass = Begin(output, gradient, createGraph);
        var slots = inputs.Select(input => pass.order.SlotOf(input.Node)).ToArray();
        for (var i = 0; i < slots.Length; i++)
        {
            if (slots[i] < 0)
            {
                throw new InvalidOperationException(
                    $"grad: {inputs[i].Describe()} is not part of the graph behind {output.Describe()}; it must "
                    + "require a gradient and be used on the way there");
            }
        }

        pass.Run(slots);
        var results = Array.ConvertAll(slots, slot => pass.order.Gradient(slot)!);
        pass.End(retainGraph);
        return results;
    }

    /// <inheritdoc/>
    public void Dispose() => order.Dispose();

    private static BackwardPass Begin(Tensor output, Tensor? gradient, bool createGraph)
    {
        if (!output.RequiresGrad)
        {
            throw new InvalidOperationException(
                $"backward: {output.Describe()} has no graph behind it: nothing that it was computed from requires a "
                + "gradient. Create a leaf with requiresGrad: true, and compute outside of Autograd.NoGrad().");
        }

        var seed = Seed(output, gradient);
        var pass = new BackwardPass(output, createGraph);
        for (var slot = 0; slot < pass.order.Count; slot++)
        {
            RefuseFreed(pass.order[slot], output);
        }

        pass.order.Gradient(0) = seed;
        return pass;
    }

    private static void RefuseFreed(Node node, Tensor output)
    {
        if (node.FreedBy is not null)
        {
            throw new InvalidOperationException(
                $"backward of {output.Describe()}: {node} has already been differentiated, by the Backward"
                + $"{(node.FreedBy.Length > 0 ? $" at {node.FreedBy}" : " before")}, which freed what it had kept. "
                + "Compute the output again, or call the first one as Backward(retainGraph: true). "
                + "No gradient was changed.");
        }
    }

    private static Tensor Seed(Tensor output, Tensor? gradient)
    {
        if (gradient is null)
        {
            return output.Count == 1
                ? Tensor.OnesLike(output)
                : throw new InvalidOperationException(
                    $"backward of {output.Describe()}: it is not a single number, so say which combination of its "
                    + $"elements to differentiate: Backward(gradient: v) with v of shape {output.Shape} gives the "
                    + "vector-Jacobian product; or differentiate y.Sum()");
        }

        if (gradient.Shape != output.Shape || gradient.DType != output.DType)
        {
            throw new ArgumentException(
                $"backward of {output.Describe()}: the gradient passed in is {gradient.Shape} {gradient.DType.Text}, "
                + $"but the output is {output.Shape} {output.DType.Text}; they must agree");
        }

        return gradient;
    }

    // The gradients of wanted nodes stay in their places, as those of leaves do.
    private void Run(int[] wanted)
    {
        var before = scope.Enter();
        try
        {
            while (order.Next(out var slot))
            {
                var node = order[slot];
                if (node.Operation is not null && order.Gradient(slot) is { } gradient)
                {
                    var isWanted = wanted.Contains(slot);
                    if (isWanted)
                    {
                        scope.Hold(gradient);
                    }

                    PullThrough(node, slot, gradient);
                    node.Differentiated = true;
                    if (!isWanted)
                    {
                        Finish(node, slot, gradient);
                    }
                }

                order.Done(slot);
            }
        }
        finally
        {
            BackwardScope.Leave(before);
        }
    }

    private void PullThrough(Node node, int slot, Tensor gradient)
    {
        for (var operand = 0; operand < node.Operands.Length; operand++)
        {
            var source = order.OperandSlot(slot, operand);
            if (source < 0)
            {
                continue;
            }

            var pulled = node.Operation!.Pull(new Kept(node), operand, gradient).SumTo(node.Operands[operand].Shape);
            scope.ReleaseTemporaries(pulled);
            Add(source, pulled);
        }
    }

    private void Add(int slot, Tensor gradient)
    {
        ref var sum = ref order.Gradient(slot);
        if (sum is null)
        {
            scope.Hold(gradient);
            sum = gradient;
        }
        else if (scope.IsAlone(sum))
        {
            sum.AccumulateInPlace(gradient);
            scope.Hold(gradient);
            scope.Drop(gradient);
        }
        else
        {
            var total = sum + gradient;
            scope.ReleaseTemporaries(total);
            scope.Hold(total);
            scope.Hold(gradient);
            scope.Drop(gradient);
            scope.Drop(sum);
            sum = total;
        }
    }

    // A small gradient stays with its node for drawing and holds its block, lest another be added in it; a large one
    // has served.
    private void Finish(Node node, int slot, Tensor gradient)
    {
        order.Gradient(slot) = null;
        if (gradient.Count <= Node.PreviewCount)
        {
            node.Gradient = gradient;
        }
        else
        {
            scope.Drop(gradient);
        }
    }

    private void End(bool retainGraph)
    {
        if (retainGraph)
        {
            return;
        }

        var line = SourceLine.OfCaller();
        for (var slot = 0; slot < order.Count; slot++)
        {
            order[slot].Free(line);
        }
    }
}
