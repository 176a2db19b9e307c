using NotebookGrad.Exploration;

namespace NotebookGrad.Views;

/// <summary>What is to be drawn and told of a loss in a plane of weights.</summary>
internal sealed class SurfaceReading
{
    private const int MostTicks = 7;
    private const int MostLevels = 12;
    private const int MostFactors = 18;
    private const int FewestLevels = 3;
    private const int MostRingPoints = 3500;
    private const int CoarsestStride = 8;
    private const int LongestWords = 120;

    private readonly LossSurface surface;
    private readonly int stride = 1;

    public SurfaceReading(LossSurface surface)
    {
        this.surface = surface;
        X = CurveAxis.Exact(surface.X.FirstOrDefault(), surface.X.LastOrDefault(), MostTicks);
        Y = CurveAxis.Exact(surface.Y.FirstOrDefault(), surface.Y.LastOrDefault(), MostTicks);
        var scale = surface.LogScale
            ? CurveAxis.Logarithmic([surface.Least, surface.Greatest], MostFactors)
            : CurveAxis.Rounded([surface.Least, surface.Greatest], MostLevels);
        Levels = [.. scale.Ticks.Where(level => level > surface.Least && level < surface.Greatest).OrderDescending()];

        // A surface that jumps about has rings everywhere: some of its levels and places tell as much.
        while (stride < CoarsestStride && Levels.Sum(level => Below(level).Sum(ring => ring.Count)) > MostRingPoints)
        {
            var isFew = Levels.Count <= FewestLevels;
            stride *= isFew ? 2 : 1;
            Levels = isFew ? Levels : [.. Levels.Where((_, index) => index % 2 == 1)];
        }
    }

    /// <summary>The axis of the first direction.</summary>
    public CurveAxis X { get; }

    /// <summary>The axis of the second direction.</summary>
    public CurveAxis Y { get; }

    /// <summary>The losses at which lines are drawn, the greatest first.</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>Whether a place has neighbours, so that there is a plane.</summary>
    public bool IsPlane => surface.X.Count > 1 && surface.Y.Count > 1;

    /// <summary>The header: <c>25 × 25 losses from 0.1 to 12 · levels at equal factors</c>.</summary>
    public string Summary => $"{NumberText.Count(surface.X.Count)} × {NumberText.Count(surface.Y.Count)} losses from "
        + $"{NumberText.Of(surface.Least)} to {NumberText.Of(surface.Greatest)}"
        + (surface.LogScale ? " · levels at equal factors" : "");

    /// <summary>What was found, in lines.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            yield return $"directions: {PlainName.Of(surface.Directions, LongestWords) ?? "unknown"}";
            if (double.IsFinite(surface.Here))
            {
                yield return $"loss here, at (0, 0): {NumberText.Of(surface.Here)}";
            }

            if (Lowest is { } lowest)
            {
                yield return $"least loss: {NumberText.Of(surface.Least)} at ({NumberText.Short(lowest.X)}, "
                    + $"{NumberText.Short(lowest.Y)})";
            }

            var missing = surface.Losses.Sum(row => row.Count(loss => !double.IsFinite(loss)));
            if (missing > 0)
            {
                yield return $"NaN or ∞: {NumberText.Count(missing, "place")}";
            }

            if (surface.Path.Count > 0)
            {
                yield return $"path: {NumberText.Count(surface.Path.Count, "place")} of the training, seen from above";
            }
        }
    }

    /// <summary>Where the loss is least, where it is finite anywhere.</summary>
    public SurfacePoint? Lowest => Places(loss => loss == surface.Least).Cast<SurfacePoint?>().FirstOrDefault();

    /// <summary>The places of the path that can be drawn.</summary>
    public IReadOnlyList<SurfacePoint> Path => [.. surface.Path.Where(at => X.Holds(at.X) && Y.Holds(at.Y))];

    /// <summary>The rings around where the loss is at most at a level, in shares of the axes.</summary>
    public IReadOnlyList<IReadOnlyList<ContourPoint>> Below(double level) => Contours.Shares(
        (column, row) => -surface.Losses[row][column], surface.X.Count, surface.Y.Count, stride, -level);

    /// <summary>The places whose losses are such.</summary>
    public IEnumerable<SurfacePoint> Places(Func<double, bool> which)
    {
        for (var row = 0; row < surface.Losses.Count; row++)
        {
            for (var column = 0; column < surface.Losses[row].Count; column++)
            {
                if (which(surface.Losses[row][column]))
                {
                    yield return new SurfacePoint(surface.X[column], surface.Y[row]);
                }
            }
        }
    }

    /// <summary>The loss at shares of the axes.</summary>
    public double At(double x, double y) =>
        surface.Losses[(int)Math.Round(y * (surface.Y.Count - 1))][(int)Math.Round(x * (surface.X.Count - 1))];
}
