namespace NotebookGrad.Nn;

/// <summary>Checks of the numbers that layers are made with.</summary>
internal static class LayerChecks
{
    /// <summary>A number that must be at least 1.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public static int Positive(string layer, string argument, int value) => value >= 1
        ? value
        : throw new ArgumentException($"{layer}: {argument} is {value}; it must be 1 or more");

    /// <summary>A probability.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static double Probability(string layer, double p) => p is >= 0 and <= 1
        ? p
        : throw new ArgumentException($"{layer}: p is {p}; a probability lies from 0 to 1");
}
