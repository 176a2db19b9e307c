namespace NotebookGrad.Inspection;

/// <summary>What is told of a block of neighbouring elements; a block of one is that element.</summary>
/// <param name="Mean">The mean: NaN where the block holds one, else ∞, or else −∞, where it holds one.</param>
/// <param name="Minimum">The smallest finite element; NaN where there is none.</param>
/// <param name="Maximum">The largest finite element; NaN where there is none.</param>
public readonly record struct ElementBlock(double Mean, double Minimum, double Maximum);
