namespace NotebookGrad;

/// <summary>
/// The last step of a backward pass: gradients are prepared for all leaves first, and only then handed out.
/// </summary>
internal static class LeafGradients
{
    /// <summary>Adds each leaf's gradient to its <c>.Grad</c>, and so where one is retained inside the graph.</summary>
    public static void Commit(GraphOrder order, BackwardScope scope)
    {
        using var recording = scope.CreatesGraph ? Autograd.EnableGrad() : null;
        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot].Gathers && order.Gradient(slot) is { } gradient)
            {
                order.Gradient(slot) = Prepare(order[slot], gradient, scope);
            }
        }

        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot].Gathers && order.Gradient(slot) is { } gradient)
            {
                Give(order[slot], gradient, scope);
            }
        }
    }

    /// <summary>Calls the hooks that wait for leaves to have their new <c>.Grad</c>.</summary>
    public static void Announce(GraphOrder order)
    {
        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot] is { Hooks.Accumulated.Length: > 0 } leaf && order.Gradient(slot) is not null)
            {
                Array.ForEach(leaf.Hooks.Accumulated, hook => hook(leaf.Value!));
            }
        }
    }

    // A first gradient becomes .Grad itself, so it must not share its block with anything else.
    private static Tensor Prepare(Node leaf, Tensor gradient, BackwardScope scope)
    {
        if (scope.CreatesGraph)
        {
            return leaf.Gradient is null ? gradient.Clone() : gradient;
        }

        if (leaf.Gradient is not null || scope.IsAlone(gradient))
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
                gradient.Disown();
            }
            else if (scope.CreatesGraph)
            {
                leaf.Gradient = leaf.Gradient + gradient;
            }
            else
            {
                leaf.Gradient.AccumulateInPlace(gradient);
                scope.Drop(gradient);
            }
        }
    }
}
