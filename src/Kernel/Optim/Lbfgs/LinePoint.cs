namespace NotebookGrad;

/// <summary>What a function is at a place along a line.</summary>
/// <param name="Step">How far from the start, in lengths of the direction.</param>
/// <param name="Loss">The value.</param>
/// <param name="Gradient">The gradient, all parameters one after another.</param>
/// <param name="Slope">The derivative along the line.</param>
internal sealed record LinePoint(double Step, double Loss, Tensor Gradient, double Slope);
