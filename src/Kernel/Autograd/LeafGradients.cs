namespace NotebookGrad;

/// <summary>
/// <c>.Grad</c>, and how it changes: the last step of a backward pass prepares gradients for all leaves first, and only
/// then hands them out.
/// </summary>
internal static class LeafGradients
{
    /// <summary>A leaf's or result's <c>.Grad</c>, or null.</summary>
    /// <exception cref="InvalidOperationException">
    /// An operation made the tensor, and nobody asked for its gradient to be retained.
    /// </exception>
    public static Tensor? Of(Tensor tensor)
    {
        if (!tensor.IsLeaf && !tensor.Node!.Gathers)
        {
            throw new InvalidOperationException(
                $"{tensor.Describe()} has no .Grad, because {tensor.Node} made it: Backward keeps gradients for "
                + "leaves, which no operation made. Call RetainGrad() on it before Backward to have its gradient "
                + "kept, too.");
        }

        AutogradMode.CurrentRecorder?.ReadsGradient(tensor.Node);
        return tensor.Node?.Gradient;
    }

    /// <summary>Sets a leaf's gradient from outside.</summary>
    public static void Set(Tensor leaf, Tensor? gradient)
    {
        if (leaf.Node is not { Gathers: true })
        {
            throw new InvalidOperationException(
                $"{leaf.Describe()} has no .Grad to set: only leaves that require a gradient have one, and results "
                + "that RetainGrad() was called on");
        }

        OneDevice.Require("grad", leaf, gradient);
        if (gradient is not null && (gradient.Shape != leaf.Shape || gradient.DType != leaf.DType))
        {
            throw new ArgumentException(
                $"grad: the gradient of {leaf.Describe()} {leaf.DType.Text} on {leaf.Device} cannot be "
                + $"{gradient.Describe()} {gradient.DType.Text} on {gradient.Device}");
        }

        AutogradMode.CurrentRecorder?.SetsGradient(leaf.Node!);
        leaf.Node!.Gradient = gradient;
    }

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
    public static void Announce(GraphOrder order, BackwardScope scope)
    {
        for (var slot = 0; slot < order.Count; slot++)
        {
            if (order[slot] is { Hooks.Accumulated.Length: > 0 } leaf && order.Gradient(slot) is not null)
            {
                AutogradMode.CurrentRecorder?.Refuse(HookCalls.InPlan);
                using (Autograd.SetGradEnabled(scope.CreatesGraph))
                {
                    Array.ForEach(leaf.Hooks.Accumulated, hook => hook(leaf.Value!));
                }
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
        AutogradMode.CurrentRecorder?.ReadsGradient(leaf);
        AutogradMode.CurrentRecorder?.SetsGradient(leaf);
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
