namespace NotebookGrad;

/// <summary>The <c>.Grad</c> that a recorded program has found at a leaf, and depends on.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Gradient">Its gradient, or null.</param>
internal readonly record struct LeafBefore(RecordedLeaf Leaf, Tensor? Gradient)
{
    /// <summary>Whether the leaf has it again.</summary>
    public bool HoldsFor(Tensor[] inputs)
    {
        var found = Leaf.In(inputs)?.Gradient;
        return found == Gradient || (found is not null && Gradient is not null
            && found.Storage == Gradient.Storage && found.Layout.LiesAs(Gradient.Layout));
    }
}
