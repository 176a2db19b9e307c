namespace NotebookGrad;

/// <summary>The <c>.Grad</c> that a recorded program leaves at a leaf.</summary>
/// <param name="Leaf">The leaf.</param>
/// <param name="Gradient">Its gradient, or null.</param>
internal readonly record struct LeafAfter(RecordedLeaf Leaf, Outcome? Gradient);
