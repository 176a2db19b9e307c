namespace NotebookGrad;

/// <summary>
/// A lecture's plots in one call each: activation functions, decision boundaries, ranges of learning rates, surfaces of
/// losses, units that have died. What is returned is drawn as the last expression of a cell, and has the numbers.
/// </summary>
public static partial class Explore;
