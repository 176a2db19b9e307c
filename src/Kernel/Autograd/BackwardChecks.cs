namespace NotebookGrad;

/// <summary>What a backward pass refuses, and how it says so.</summary>
internal static class BackwardChecks
{
    /// <summary>Refuses an output that depends on nothing that requires a gradient.</summary>
    public static void RequireGraph(Tensor output)
    {
        if (!output.RequiresGrad)
        {
            throw new InvalidOperationException(
                $"backward: {output.Describe()} has no graph behind it: nothing that it was computed from requires a "
                + "gradient. Create a leaf with requiresGrad: true, and compute outside of Autograd.NoGrad().");
        }
    }

    /// <summary>Refuses a list of gradients of another length than that of the outputs.</summary>
    public static void RequireOneEach(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor?> gradients)
    {
        if (gradients.Count != outputs.Count)
        {
            throw new ArgumentException(
                $"grad: {outputs.Count} outputs and {gradients.Count} gradients; give one for each output, null for a "
                + "single number");
        }
    }

    /// <summary>Refuses inputs that the gradient does not reach.</summary>
    /// <param name="outputs">What is differentiated.</param>
    /// <param name="inputs">What it is differentiated by.</param>
    /// <param name="slots">For each input its number in the graph, negative where it is not reached.</param>
    public static void RefuseUnused(IReadOnlyList<Tensor> outputs, IReadOnlyList<Tensor> inputs, int[] slots)
    {
        var missing = Array.FindIndex(slots, slot => slot < 0);
        if (missing < 0)
        {
            return;
        }

        var (input, names) = (inputs[missing], Names(outputs));
        throw new InvalidOperationException(input.RequiresGrad
            ? $"grad: {names} does not depend on {input.Describe()} (input {missing}). If that is intended, pass "
                + "allowUnused: true and get null for it; else look whether a Detach() or another tensor of the same "
                + "name stands in between."
            : $"grad: {input.Describe()} (input {missing}) requires no gradient, so the graph behind {names} does not "
                + "know it. Create it with requiresGrad: true before it is used.");
    }

    /// <summary>Refuses a node that has lost what its derivative needs.</summary>
    public static void RefuseFreed(Node node, IReadOnlyList<Tensor> outputs)
    {
        if (node.FreedBy is null)
        {
            return;
        }

        var earlier = $"the Backward{(node.FreedBy.Length > 0 ? $" at {node.FreedBy}" : " before")}";
        throw new InvalidOperationException(outputs.Any(output => output.Node!.Differentiated)
            ? $"backward of {Names(outputs)}: {node} has already been differentiated, by {earlier}, which freed what "
                + "it had kept. Compute the output again, or call the first one as Backward(retainGraph: true). "
                + "No gradient was changed."
            : $"backward of {Names(outputs)}: it shares {node} with an output that has been differentiated before, by "
                + $"{earlier}, which freed what the node had kept. Call that one as Backward(retainGraph: true), or "
                + "add both outputs and go backward once, or compute the shared part again. No gradient was changed.");
    }

    /// <summary>The gradient that a pass begins with at an output.</summary>
    /// <exception cref="InvalidOperationException">
    /// None is given, and the output is not a single number; or it lies on another device than the output.
    /// </exception>
    /// <exception cref="ArgumentException">It has another shape or dtype than the output.</exception>
    public static Tensor Seed(Tensor output, Tensor? gradient)
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

        OneDevice.Require("backward", output, gradient);
        if (gradient.Shape != output.Shape || gradient.DType != output.DType)
        {
            throw new ArgumentException(
                $"backward of {output.Describe()}: the gradient passed in is {Kind(gradient)}, but the output is "
                + $"{Kind(output)}; they must agree");
        }

        return gradient;
    }

    private static string Kind(Tensor tensor) => $"{tensor.Shape} {tensor.DType.Text} on {tensor.Device}";

    private static string Names(IReadOnlyList<Tensor> outputs) =>
        string.Join(", ", outputs.Select(output => output.Describe()));
}
