using NotebookGrad.Inspection;

namespace NotebookGrad.Charts;

/// <summary>A tensor's elements: its matrices as maps, and how often which elements occur.</summary>
internal static class TensorChart
{
    private const string Column = "column";
    private const double MapHeight = 240;

    /// <summary>The chart of a tensor.</summary>
    public static GenericChart Of(TensorSnapshot tensor)
    {
        var histogram = tensor.Histogram;
        var middles = Enumerable.Range(0, histogram.Counts.Count)
            .Select(bin => histogram.Start + ((bin + 0.5) * histogram.Width));
        var sizes = tensor.Map.Slices
            .SelectMany(slice => slice.Blocks)
            .SelectMany(row => row)
            .Select(block => Math.Abs(block.Mean))
            .Where(double.IsFinite);
        var reach = sizes.DefaultIfEmpty(0).Max();
        var bars = Traces.Bars(
            "elements", Palette.Mute, middles.OrGaps(), histogram.Counts.Select(count => (double)count));
        return Sheet.Of(
            $"{tensor.Name ?? "tensor"} {tensor.Shape}",
            [
                .. tensor.Map.Slices.Select(slice => new Panel(Column, Row(slice), [Map(tensor.Map, slice, reach)])
                {
                    IsTopDown = true,
                    HasColourBar = true,
                    Height = MapHeight,
                }),
                new Panel("value", "elements", [bars]),
            ]);
    }

    private static string Row(ElementSlice slice) =>
        slice.Place.Count == 0 ? "row" : $"[{string.Join(", ", slice.Place)}] row";

    // One scale for all slices, with zero in its middle.
    private static Trace2D Map(ElementMap map, ElementSlice slice, double reach) => Traces.Map(
        "elements",
        slice.Blocks.Take(1).SelectMany(row => row).Select((_, column) => column * map.BlockColumns).ToArray(),
        slice.Blocks.Select((_, row) => row * map.BlockRows).ToArray(),
        slice.Blocks.Select(row => row.Select(block => block.Mean)))
        .With("colorscale", Palette.Diverging)
        .With("zmin", -reach)
        .With("zmax", reach)
        .With("showscale", ReferenceEquals(slice, map.Slices[0]))
        .With("colorbar", Traces.ColourBar(MapHeight));
}
