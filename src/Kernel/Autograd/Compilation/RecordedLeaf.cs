namespace NotebookGrad;

/// <summary>Where gradients of a recorded program go: an input, or a leaf from outside.</summary>
/// <param name="Outside">Its place in graphs; null for an input.</param>
/// <param name="Input">The number of the input, or −1.</param>
internal readonly record struct RecordedLeaf(Node? Outside, int Input)
{
    /// <summary>Its place in graphs, in a call with these inputs.</summary>
    public Node? In(Tensor[] inputs) => Outside ?? inputs[Input].Node;

    /// <summary>The tensor, in a call with these inputs.</summary>
    public Tensor TensorIn(Tensor[] inputs) => Outside?.Value ?? inputs[Input];
}
