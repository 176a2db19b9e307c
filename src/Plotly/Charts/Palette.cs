namespace NotebookGrad.Charts;

/// <summary>The colours of the views on paper: blue is forward, orange is gradient.</summary>
internal static class Palette
{
    /// <summary>Values.</summary>
    public const string Forward = "#0a64a6";

    /// <summary>Gradients.</summary>
    public const string Gradient = "#b34700";

    /// <summary>What is secondary.</summary>
    public const string Mute = "#5c6675";

    /// <summary>Behind the numbers of a healthy network.</summary>
    public const string Healthy = "#e9f4ec";

    private const string Paper = "#f6f8fa";

    private static readonly string[] Kinds = [Forward, Gradient, "#1b7a3d", "#7b46b8", "#c2267e", "#7d6400"];

    /// <summary>From below zero to above it.</summary>
    public static object[][] Diverging { get; } = [[0, Forward], [0.5, Paper], [1, Gradient]];

    /// <summary>From little to much of something that has this colour.</summary>
    public static object[][] Rising(string colour) => [[0, Paper], [1, colour]];

    /// <summary>One of several kinds of one thing, such as classes; after the sixth they come again.</summary>
    public static string Kind(int index) => Kinds[index % Kinds.Length];

    /// <summary>A colour for each of so many kinds, without shades between them.</summary>
    public static object[][] Steps(int count) =>
    [
        .. from index in Enumerable.Range(0, count)
           from end in new[] { index, index + 1 }
           select new object[] { (double)end / count, Kind(index) },
    ];
}
