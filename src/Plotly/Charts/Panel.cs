namespace NotebookGrad.Charts;

/// <summary>Traces over two axes.</summary>
/// <param name="X">What the horizontal axis shows; panels of a sheet that show the same there move together.</param>
/// <param name="Y">What the vertical axis shows.</param>
/// <param name="Traces">What is drawn.</param>
internal sealed record Panel(string X, string Y, IReadOnlyList<Trace2D> Traces)
{
    /// <summary>How the horizontal axis is divided.</summary>
    public AxisScale XScale { get; init; }

    /// <summary>How the vertical axis is divided.</summary>
    public AxisScale YScale { get; init; }

    /// <summary>Whether the vertical axis begins at the upper side, as the rows of a matrix do.</summary>
    public bool IsTopDown { get; init; }

    /// <summary>What the vertical axis spans at first; null for what the numbers do.</summary>
    public double[]? YRange { get; init; }

    /// <summary>Between which numbers the vertical axis tells of health; null where it does not.</summary>
    public (double Low, double High)? Healthy { get; init; }

    /// <summary>Whether a scale of colours stands beside it.</summary>
    public bool HasColourBar { get; init; }

    /// <summary>Its height in pixels.</summary>
    public double Height { get; init; } = 200;
}
