using NotebookGrad.Exploration;

namespace NotebookGrad.Charts;

/// <summary>What a classifier of two numbers says of every place, and of some points.</summary>
internal static class BoundaryChart
{
    /// <summary>The chart of a boundary.</summary>
    public static GenericChart Of(DecisionBoundary boundary) => Sheet.Of(
        $"decision boundary: {boundary.Right} of {boundary.Points.Count} points right",
        new Panel("x₁", "x₂", [Areas(boundary), .. boundary.Classes.Select((_, label) => Points(boundary, label))])
        {
            Height = 480,
        });

    private static Trace2D Areas(DecisionBoundary boundary) => Traces.Map(
        "decision",
        boundary.X.OrGaps(),
        boundary.Y.OrGaps(),
        boundary.Decisions.Select(row => row.Select(place => place.Class < 0 ? double.NaN : place.Class)))
        .With("customdata", boundary.Decisions.Select(row => row.Select(place => Words(boundary, place))).ToArray())
        .With("hovertemplate", "(%{x}, %{y}): %{customdata[0]}, probability %{customdata[1]}")
        .With("colorscale", Palette.Steps(boundary.Classes.Count))
        .With("zmin", -0.5)
        .With("zmax", boundary.Classes.Count - 0.5)
        .With("opacity", 0.3)
        .With("showscale", false);

    /// <summary>The points of a class: discs where the classifier is right, crosses where it is wrong.</summary>
    private static Trace2D Points(DecisionBoundary boundary, int label)
    {
        ClassifiedPoint[] points = [.. boundary.Points.Where(point => point.Label == label)];
        return Traces.Marks(
            boundary.Classes[label],
            Palette.Kind(label),
            points.Select(point => point.IsRight ? "circle" : "x").ToArray(),
            points.Select(point => point.X).OrGaps(),
            points.Select(point => point.Y));
    }

    private static object?[] Words(DecisionBoundary boundary, Decision place) =>
    [
        place.Class < 0 ? "no decision" : Properties.Text(boundary.Classes[place.Class]),
        place.Probability.OrGap(),
    ];
}
