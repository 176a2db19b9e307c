namespace NotebookGrad;

/// <summary>Somebody who may want to follow backward passes. Must not throw.</summary>
internal interface IPassObserver
{
    /// <summary>What is to be told of a pass that begins, or null.</summary>
    /// <param name="roots">What <c>Backward</c> was called on.</param>
    IPassWatch? Begin(IReadOnlyList<Tensor> roots);
}
