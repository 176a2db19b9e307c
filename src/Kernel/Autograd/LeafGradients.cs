namespace NotebookGrad;

/// <summary>
/// The last step of a backward pass: gradients are prepared for all leaves first, and only then handed out.
/// </summary>
internal static class LeafGradients
{
    /// <summary>Adds each leaf's gradient to its <c>.Grad</c>.</summary>
    public static void Commit(GraphOrder order, BackwardScope scope)
    {
        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot].Operation is null && order.Gradient(slot) is { } gradient)
            {
                order.Gradient(slot) = Prepare(order[slot], gradient, scope);
            }
        }

        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot].Operation is null && order.Gradient(slot) is { } gradient)
            {
                Give(order[slot], gradient, scope);
            }
        }
    }

    // A first gradient becomes .Grad itself, so it must not share its block with anything else.
    private static Tensor Prepare(Node leaf, Tensor gradient, BackwardScope scope)
    {
        if (scope.CreatesGraph || leaf.Gradient is not null || scope.IsAlone(gradient))
        {
            return gradient;
        }

        var own = gradient.Converted(gradient.DType);
        scope.Drop(gradient);
        return own;
    }

    private static void Give(Node leaf, Tensor gradient, BackwardScope scope)
    {
        lock (leaf)
        {
            if (leaf.Gradient is null)
            {
                leaf.Gradient = gradient;
                gradient.Storage.Owner = null;
            }
            else if (scope.CreatesGraph)
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
