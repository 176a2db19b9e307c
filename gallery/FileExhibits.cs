using NotebookGrad.Inspection;

namespace NotebookGrad.Gallery;

/// <summary>What can be seen, as other programs read it.</summary>
internal static class FileExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("For Graphviz", "With the shapes, colours, values and gradients of the picture.", () => Square())
        {
            SavedAs = "square.dot",
        },
        new("For Markdown", "A flowchart of Mermaid in a fence, as many sites draw it.", () => Square())
        {
            SavedAs = "square.md",
        },
        new("For a terminal", "Lines and boxes of characters.", () => Square()) { SavedAs = "square.txt" },
        new("As data", "Every number that the picture tells.", () => Tensor.Of(new[] { 1f, -2f, 3f }).Named("v"))
        {
            SavedAs = "v.json",
        },
    ];

    private static GraphSnapshot Square()
    {
        var x = Tensor.Of(2f, requiresGrad: true).Named("x");
        var w = Tensor.Of(3f, requiresGrad: true).Named("w");
        var loss = ((x * w) - 2).Pow(2).Named("loss");
        loss.Backward();
        return loss.Graph();
    }
}
