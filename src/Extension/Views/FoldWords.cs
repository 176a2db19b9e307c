namespace NotebookGrad.Views;

/// <summary>A folded part of a graph in words.</summary>
internal static class FoldWords
{
    /// <summary>What is folded: <c>block ×12 · 84 operations</c>.</summary>
    public static string Title(GraphFold fold)
    {
        var name = PlainName.Of(fold.Name) ?? "part";
        var repeats = fold.Repeats > 1 ? $" ×{NumberText.Count(fold.Repeats)}" : "";
        return $"{name}{repeats} · {NumberText.Count(fold.Operations, "operation")}";
    }
}
