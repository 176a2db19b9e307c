using NotebookGrad.Exploration;

namespace NotebookGrad.Charts;

/// <summary>A loss over two directions in the space of the weights.</summary>
internal static class SurfaceChart
{
    /// <summary>The chart of a surface; where weights have been is on its floor.</summary>
    public static GenericChart Of(LossSurface surface) => Space.Of(
        $"loss surface, {surface.Directions}",
        "first direction",
        "second direction",
        "loss",
        surface.LogScale ? AxisScale.Log : AxisScale.Linear,
        [
            Space.Surface("loss", surface.X.OrGaps(), surface.Y.OrGaps(), surface.Losses)
                .With("surfacecolor", surface.Losses
                    .Select(row => row.Select(loss => surface.LogScale ? Math.Log10(loss) : loss).OrGaps())
                    .ToArray())
                .With("colorscale", Palette.Rising(Palette.Forward))
                .With("showscale", false),
            .. surface.Path.Count == 0 ? Array.Empty<Trace3D>() : [Path(surface)],
            Space.Line("weights", Palette.Gradient, [0], [0], [surface.Here]),
        ]);

    private static Trace3D Path(LossSurface surface) => Space.Line(
        "path",
        Palette.Gradient,
        surface.Path.Select(place => place.X),
        surface.Path.Select(place => place.Y),
        surface.Path.Select(_ => surface.Least));
}
