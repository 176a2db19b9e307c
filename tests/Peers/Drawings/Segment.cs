using NotebookGrad.Layouts;

namespace NotebookGrad.Peers.Drawings;

/// <summary>A straight piece of a drawn edge.</summary>
/// <param name="Edge">The edge that it is a piece of.</param>
/// <param name="From">Where it starts.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct Segment(int Edge, Point From, Point To)
{
    /// <summary>Where two pieces cross; null where they do not, or only touch.</summary>
    public static Point? Crossing(in Segment a, in Segment b)
    {
        var (first, second) = (Side(a, b.From), Side(a, b.To));
        if (first * second >= 0 || Side(b, a.From) * Side(b, a.To) >= 0)
        {
            return null;
        }

        var share = first / (first - second);
        return new Point(b.From.X + (share * (b.To.X - b.From.X)), b.From.Y + (share * (b.To.Y - b.From.Y)));
    }

    /// <summary>Whether a piece of this segment lies inside an area.</summary>
    public bool Enters(LayoutArea area)
    {
        var (enter, leave) = (0.0, 1.0);
        return Clip(From.X, To.X, area.X, area.X + area.Width, ref enter, ref leave)
            && Clip(From.Y, To.Y, area.Y, area.Y + area.Height, ref enter, ref leave)
            && enter < leave;
    }

    private static double Side(in Segment line, Point point) =>
        ((line.To.X - line.From.X) * (point.Y - line.From.Y)) - ((line.To.Y - line.From.Y) * (point.X - line.From.X));

    // Narrows the stretch of the segment that lies between two bounds of one axis (Liang and Barsky 1984).
    private static bool Clip(double from, double to, double low, double high, ref double enter, ref double leave)
    {
        if (from == to)
        {
            return from > low && from < high;
        }

        var (first, second) = ((low - from) / (to - from), (high - from) / (to - from));
        enter = Math.Max(enter, Math.Min(first, second));
        leave = Math.Min(leave, Math.Max(first, second));
        return enter < leave;
    }
}
