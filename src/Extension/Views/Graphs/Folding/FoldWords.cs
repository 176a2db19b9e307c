namespace NotebookGrad.Views;

/// <summary>A folded part of a graph in words.</summary>
internal static class FoldWords
{
    private const int LongestPath = 80;

    /// <summary>What is folded: <c>block ×12 · 84 operations</c>, <c>12 parameters</c>.</summary>
    public static string Title(GraphFold fold)
    {
        var name = PlainName.Of(fold.Name) ?? "part";
        var repeats = fold.Repeats > 1 ? $" ×{NumberText.Count(fold.Repeats)}" : "";
        var count = NumberText.Count(fold.Operations, "operation");
        return fold.Operations == 0 || name == count ? $"{name}{repeats}" : $"{name}{repeats} · {count}";
    }

    /// <summary>Which of its repetitions is shown, where there are several; null for a part that stands once.</summary>
    public static string? Shown(GraphFold fold) =>
        fold.Repeats > 1 ? $"the first of {NumberText.Count(fold.Repeats)}" : null;

    /// <summary>How to see a part for which a page has no room.</summary>
    public static string Remedy(ReadNode node)
    {
        for (var module = node.Node.Module; module is not null; module = module.Parent)
        {
            if (PlainName.Of(module.Title) == node.Fold?.Name)
            {
                return "too much for this page: "
                    + $"graph.Inside(\"{PlainName.Of(module.Path, LongestPath)}\") shows it alone";
            }
        }

        return "too much for this page";
    }
}
