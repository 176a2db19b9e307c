using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>A cell of a map of gradients.</summary>
/// <param name="Kind">What there is.</param>
/// <param name="Size">The mean size; NaN where that is not known.</param>
internal readonly record struct MapCell(MapKind Kind, double Size)
{
    /// <summary>Some moments of a weight together.</summary>
    public static MapCell Of(IReadOnlyList<Magnitudes> sizes)
    {
        if (sizes.Count == 0)
        {
            return new(MapKind.None, double.NaN);
        }

        var mean = sizes.Select(one => one.Mean).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average();
        return sizes.Any(one => !one.IsFinite || !double.IsFinite(one.Mean)) ? new(MapKind.NotFinite, double.NaN)
            : mean > 0 ? new(MapKind.Size, mean)
            : new(MapKind.Zero, 0);
    }
}
