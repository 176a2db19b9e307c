namespace NotebookGrad;

/// <summary>The gradients under way in a backward pass, each in its node's place, in as few blocks as do.</summary>
internal sealed class ArrivingGradients(GraphOrder order, BackwardScope scope)
{
    /// <summary>Adds a gradient to what has arrived at a node.</summary>
    public void Add(int slot, Tensor gradient)
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

    /// <summary>
    /// Ends the use of a gradient: a small one stays with its node for drawing and holds its block, lest another be
    /// added in it; a large one has served.
    /// </summary>
    public void Finish(Node node, int slot, Tensor gradient)
    {
        order.Gradient(slot) = null;
        if (gradient.Count <= Node.PreviewCount && !node.Gathers)
        {
            node.Gradient = gradient;
        }
        else
        {
            scope.Drop(gradient);
        }
    }
}
