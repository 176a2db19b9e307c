namespace NotebookGrad.Exploration;

/// <summary>A range of inputs.</summary>
/// <param name="From">The least.</param>
/// <param name="To">The greatest.</param>
public readonly record struct InputRange(double From, double To);
