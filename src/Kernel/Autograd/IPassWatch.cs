namespace NotebookGrad;

/// <summary>Follows one backward pass, on its thread. Must not throw, and nothing that it calls may record.</summary>
internal interface IPassWatch
{
    /// <summary>
    /// The whole gradient by a node's value is there, a leaf's included; its block may be reused after the call.
    /// </summary>
    void Arrived(Node node, Tensor gradient);

    /// <summary>
    /// The pass has succeeded: leaves have their new <c>.Grad</c>, and operations still have what they kept.
    /// </summary>
    void Finished();
}
