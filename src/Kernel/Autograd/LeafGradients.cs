namespace NotebookGrad;

/// <summary>The last step of a backward pass: gradients are prepared for all leaves first, and only then handed out.</summary>
internal static class LeafGradients
{
    /// <summary>Adds each leaf's gradient to its <c>.Grad</c>.</summary>
    public static void Commit(GraphOrder order, Tensor?[] gradients, BackwardScope scope, bool createGraph)
    {
        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot].Operation is null && gradients[slot] is { } gradient)
            {
                gradients[slot] = Prepare(order[slot], gradient, scope, createGraph);
            }
        }

        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot].Operation is null && gradients[slot] is { } gradient)
            {
                Give(order[slot], gradient, scope, createGraph);
            }
        }
    }

    // A first gradient becomes .Grad itself, so it must not share its block with anything else.
    private static Tensor Prepare(Node leaf, Tensor gradient, BackwardScope scope, bool createGraph)
    {
        if (createGraph || leaf.Gradient is not null || scope.IsAlone(gradient))
        {
            return gradient;
        }

        var own = gradient.Converted(gradient.DType);
        scope.Drop(gradient);
        return own;
    }

    private static void Give(Node leaf, Tensor gradient, BackwardScope scope, bool createGraph)
    {
        lock (leaf)
        {
            if (leaf.Gradient is null)
            {
                leaf.Gradient = gradient;
                gradient.Storage.Owner = null;
            }
            else if (createGraph)
            {
                leaf.Gradient += gradient;
            }
            else
            {
                leaf.Gradient.AccumulateInPlace(gradient);
                scope.Drop(gradient);
            }
        }
    }
}
