using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>Says in rows what the signs of a plot mean.</summary>
/// <param name="left">Where rows begin.</param>
/// <param name="right">Where they end, as far as one entry has room.</param>
/// <param name="top">The middle of the first row.</param>
internal sealed class PlotLegend(double left, double right, double top)
{
    private const double TextSize = 12;
    private const double Line = 18;
    private const double Gap = 6;
    private const double Apart = 20;

    private readonly List<Mark> marks = [];
    private (double X, double Y) at = (left, top);

    /// <summary>The signs and texts.</summary>
    public IReadOnlyList<Mark> Marks => marks;

    /// <summary>The middle of the last row.</summary>
    public double LastRow => at.Y;

    /// <summary>The right end of what reaches farthest.</summary>
    public double Right { get; private set; }

    /// <summary>Adds an entry.</summary>
    /// <param name="sign">Draws its sign, whose left side and middle are given.</param>
    /// <param name="width">How wide the sign is.</param>
    /// <param name="text">What it means.</param>
    public void Add(Func<double, double, Mark> sign, double width, string text)
    {
        var end = width + Gap + TextMetrics.Width(text, TextSize, Face.Sans);
        if (at.X > left && at.X + end > right)
        {
            at = (left, at.Y + Line);
        }

        marks.Add(sign(at.X, at.Y));
        marks.Add(new TextMark(Role.Plain, at.X + width + Gap, at.Y + 4, text, TextSize));
        Right = Math.Max(Right, at.X + end);
        at.X += end + Apart;
    }
}
