using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Marks what a difference tells of a node or an edge: by a sign in a corner and an outline, dashed for what was
/// removed, so that it is not told by colour.
/// </summary>
internal static class ChangeBadge
{
    private const double Side = 16;

    // How far from its corner a quarter of a circle, of radius 1, has the control points of its Bézier curve.
    private const double Bend = 1 - 0.5523;

    /// <summary>The marks over a node's box, whose corners have a radius; none where nothing changed.</summary>
    public static IEnumerable<Mark> Over(ReadNode node, LayoutArea area, double radius)
    {
        if (node.Node.Change is not { } change || change == ChangeKind.Same)
        {
            yield break;
        }

        yield return new PathMark(
            Role.Warning, Outline(area, radius), 2, PathShape.Curved, Dashed: change == ChangeKind.Removed);
        yield return new GroupMark(Role.Root, null,
        [
            new BoxMark(Role.Root, area.X - 3, area.Y - 3, Side, Side, Radius: 3),
            new TextMark(
                Role.Plain, area.X - 3 + (Side / 2), area.Y + 10, DifferenceWords.Sign(change), 14, Face.MonoBold,
                TextAlign.Middle),
        ]);
    }

    /// <summary>The way of a value along an edge, marked as the edge is.</summary>
    public static PathMark On(ReadEdge edge, PathMark way) => edge.Change switch
    {
        ChangeKind.Added => way with { Role = Role.Warning, Width = 2.4 },
        ChangeKind.Removed => way with { Role = Role.Warning, Width = 1, Dashed = true },
        ChangeKind.Changed => way with { Role = Role.Warning },
        _ => way,
    };

    private static Point[] Outline(LayoutArea area, double radius)
    {
        var (right, bottom) = (area.X + area.Width, area.Y + area.Height);
        (Point Corner, int Across, int Down)[] turns =
        [
            (new(right, area.Y), 1, 0), (new(right, bottom), 0, 1),
            (new(area.X, bottom), -1, 0), (new(area.X, area.Y), 0, -1),
        ];
        List<Point> outline = [new(area.X + radius, area.Y)];
        foreach (var (corner, across, down) in turns)
        {
            // A turn to the right: what led across leads down then.
            Point Before(double by) => new(corner.X - (across * by), corner.Y - (down * by));
            Point After(double by) => new(corner.X - (down * by), corner.Y + (across * by));
            outline.AddRange([outline[^1], Before(radius), Before(radius)]);
            outline.AddRange([Before(Bend * radius), After(Bend * radius), After(radius)]);
        }

        return [.. outline];
    }
}
