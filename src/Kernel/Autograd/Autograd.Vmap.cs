namespace NotebookGrad;

/// <content>Functions of one example made functions of a batch.</content>
public static partial class Autograd
{
    /// <summary>
    /// A function of a batch from a function of one example: the examples are called one after another, and their
    /// results stacked. That costs as many calls as there are examples; what it gives is exact, whatever the function
    /// does, nests, and is differentiable in both modes.
    /// </summary>
    /// <param name="function">The function of one example.</param>
    /// <param name="inDim">The axis of the input that lists the examples.</param>
    /// <param name="outDim">The axis of the result that is to list them.</param>
    /// <returns>The function of a batch; it refuses one without examples, whose result could have any shape.</returns>
    public static Func<Tensor, Tensor> Vmap(Func<Tensor, Tensor> function, int inDim = 0, int outDim = 0)
    {
        var many = Vmap(OfOne(function), [inDim], outDim);
        return input => many([input]);
    }

    /// <param name="function">The function of one example.</param>
    /// <param name="inDims">
    /// For each input the axis that lists the examples, or null for one that all examples share.
    /// </param>
    /// <param name="outDim">The axis of the result that is to list them.</param>
    /// <inheritdoc cref="Vmap(Func{Tensor, Tensor}, int, int)"/>
    public static Func<Tensor[], Tensor> Vmap(
        Func<Tensor[], Tensor> function, IReadOnlyList<int?> inDims, int outDim = 0) => inputs =>
    {
        var count = Batch.Count(inputs, inDims);
        var results = new Tensor[count];
        for (var example = 0; example < count; example++)
        {
            results[example] = function(Batch.Example(inputs, inDims, example));
        }

        return Tensor.Stack(results, outDim);
    };
}
