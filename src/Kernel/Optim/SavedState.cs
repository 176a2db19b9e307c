namespace NotebookGrad;

/// <summary>
/// A state dictionary of which tensors are taken by name, so that what lacks and what is left can be told.
/// </summary>
/// <param name="owner">Who reads it, for messages.</param>
/// <param name="saved">The tensors by their names.</param>
internal sealed class SavedState(string owner, IReadOnlyDictionary<string, Tensor> saved)
{
    private readonly HashSet<string> left = [.. saved.Keys];

    /// <summary>Whether there is a tensor of a name.</summary>
    public bool Has(string name) => saved.ContainsKey(name);

    /// <summary>The tensor of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="shape">What shape it must have; −1 stands for any length.</param>
    /// <exception cref="ArgumentException">There is none, or it has another shape.</exception>
    public Tensor Take(string name, params ReadOnlySpan<int> shape)
    {
        left.Remove(name);
        if (!saved.TryGetValue(name, out var tensor))
        {
            throw new ArgumentException(
                $"{owner}: the saved state lacks {name}; it was saved from another one, or made otherwise");
        }

        var fits = tensor.Shape.Rank == shape.Length;
        for (var axis = 0; fits && axis < shape.Length; axis++)
        {
            fits = shape[axis] < 0 || tensor.Shape[axis] == shape[axis];
        }

        return fits
            ? tensor
            : throw new ArgumentException(
                $"{owner}: {name} of the saved state has the shape {tensor.Shape}, and here it is "
                + $"[{string.Join(", ", shape.ToArray().Select(length => length < 0 ? "any" : $"{length}"))}]");
    }

    /// <summary>The number of a name, saved in the shape [1].</summary>
    /// <exception cref="ArgumentException">There is none, or it has another shape.</exception>
    public double TakeNumber(string name) => Take(name, 1).To(DType.Float64).Item<double>();

    /// <summary>Refuses what nobody has taken.</summary>
    /// <exception cref="ArgumentException">Something is left.</exception>
    public void RequireEmpty()
    {
        if (left.Count > 0)
        {
            throw new ArgumentException(
                $"{owner}: the saved state has {left.Order(StringComparer.Ordinal).First()}, which is unknown here; it "
                + "was saved from another one, or made otherwise");
        }
    }
}
