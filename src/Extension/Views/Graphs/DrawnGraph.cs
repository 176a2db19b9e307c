namespace NotebookGrad.Views;

/// <summary>
/// A graph with its picture, and those of what is folded in it: each is laid out and written once, when it is first
/// looked at, however many pages show it.
/// </summary>
/// <param name="reading">The graph.</param>
/// <param name="alternative">The picture in words.</param>
internal sealed class DrawnGraph(GraphReading reading, string alternative)
{
    private const int LongestAlternative = 300;

    private readonly Dictionary<GraphFold, DrawnGraph> inside = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<GraphDrawing> drawing = new(() => GraphPicture.Of(reading));
    private string? image;

    /// <summary>The graph.</summary>
    public GraphReading Reading => reading;

    /// <summary>How it is drawn.</summary>
    public GraphDrawing Drawing => drawing.Value;

    /// <summary>The markup of the picture as an image.</summary>
    public string Image => image ??= HtmlImage.Of(Drawing.Scene, alternative);

    /// <summary>What is folded in one of its nodes.</summary>
    public DrawnGraph Inside(GraphFold fold)
    {
        if (!inside.TryGetValue(fold, out var drawn))
        {
            var words = $"{FoldWords.Title(fold)}. {GraphLines.Of(fold.Inside).Replace("\n", "; ")}";
            drawn = new DrawnGraph(fold.Inside, PlainName.Of(words, LongestAlternative)!);
            inside.Add(fold, drawn);
        }

        return drawn;
    }
}
