namespace NotebookGrad.Views;

/// <summary>Rows of a chain that stand together.</summary>
/// <param name="Start">The first row.</param>
/// <param name="Length">How many rows there are.</param>
/// <param name="Repeats">How many times such rows stand one after the other.</param>
internal readonly record struct ChainStretch(int Start, int Length, int Repeats);
