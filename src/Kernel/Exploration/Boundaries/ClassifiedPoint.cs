namespace NotebookGrad.Exploration;

/// <summary>A point with its class and what a classifier says of it.</summary>
/// <param name="X">Its first number.</param>
/// <param name="Y">Its second number.</param>
/// <param name="Label">Its class.</param>
/// <param name="Predicted">The class that the classifier decides for; −1 for none.</param>
public readonly record struct ClassifiedPoint(double X, double Y, int Label, int Predicted)
{
    /// <summary>Whether the two are the same.</summary>
    public bool IsRight => Label == Predicted;
}
