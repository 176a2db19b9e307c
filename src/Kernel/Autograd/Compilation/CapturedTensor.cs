namespace NotebookGrad;

/// <summary>A tensor from outside that a recorded program uses.</summary>
/// <param name="Tensor">The tensor.</param>
/// <param name="RequiresGrad">Whether operations on it were recorded.</param>
internal readonly record struct CapturedTensor(Tensor Tensor, bool RequiresGrad)
{
    /// <summary>Whether it is as it was, but for its elements.</summary>
    public bool Holds => Tensor.RequiresGrad == RequiresGrad && Tensor.Node?.Hooks is null;
}
