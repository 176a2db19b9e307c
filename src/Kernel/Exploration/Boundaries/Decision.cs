namespace NotebookGrad.Exploration;

/// <summary>What a classifier says of one place.</summary>
/// <param name="Class">The class that it decides for; −1 where a probability is NaN.</param>
/// <param name="Probability">How probable it says that class is.</param>
/// <param name="RunnerUp">The probability of the next.</param>
public readonly record struct Decision(int Class, double Probability, double RunnerUp);
