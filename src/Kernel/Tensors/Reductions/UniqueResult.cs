namespace NotebookGrad;

/// <summary>What a tensor holds, each value once.</summary>
/// <param name="Values">The values, or slices; constants.</param>
/// <param name="Inverse">For each element, or slice, the position of its value; int64.</param>
/// <param name="Counts">How often each value is there; int64.</param>
public readonly record struct UniqueResult(Tensor Values, Tensor Inverse, Tensor Counts);
