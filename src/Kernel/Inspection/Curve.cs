using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>
/// Numbers over equal steps, such as a loss while a network learns. As the last expression of a cell it is drawn.
/// </summary>
public sealed record Curve : IInspectable
{
    /// <summary>A curve of one or several series, each with a name of its own; their numbers are copied.</summary>
    /// <param name="title">What the numbers are, such as <c>loss</c>.</param>
    /// <param name="xLabel">What they are over, such as <c>step</c>.</param>
    /// <param name="series">The series, as in <c>("train", losses)</c>; NaN and ±∞ leave gaps.</param>
    public Curve(
        string title, string xLabel, params IReadOnlyList<(string Name, IReadOnlyList<double> Values)> series)
    {
        Title = title;
        XLabel = xLabel;
        Series = [.. series.Select(one => new CurveSeries(one.Name, [.. one.Values]))];
    }

    /// <summary>What the numbers are.</summary>
    public string Title { get; }

    /// <summary>What the numbers are over.</summary>
    public string XLabel { get; }

    /// <summary>The series, in the order in which they were given.</summary>
    public IReadOnlyList<CurveSeries> Series { get; }

    /// <summary>Where the first number of each series stands on the horizontal axis; 0 if not set.</summary>
    public double Start { get; init; }

    /// <summary>How far apart two numbers stand on the horizontal axis; 1 if not set.</summary>
    public double Step { get; init; } = 1;

    /// <summary>Whether equal heights are equal factors; then only numbers above zero are drawn.</summary>
    public bool LogScale { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Title} over {XLabel}: {string.Join(", ", Series.Select(one => $"{one.Name} ({one.Values.Count})"))}";
}

/// <summary>One line of a <see cref="Curve"/>.</summary>
/// <param name="Name">What it is, such as <c>train</c>.</param>
/// <param name="Values">Its numbers, in order.</param>
public sealed record CurveSeries(string Name, IReadOnlyList<double> Values);
