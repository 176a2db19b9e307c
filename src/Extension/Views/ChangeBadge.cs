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

    /// <summary>The marks over a node's box; none where nothing changed.</summary>
    public static IEnumerable<Mark> Over(ReadNode node, LayoutArea area)
    {
        if (node.Node.Change is not { } change || change == ChangeKind.Same)
        {
            yield break;
        }

        var (right, bottom) = (area.X + area.Width, area.Y + area.Height);
        Point[] outline =
        [
            new(area.X, area.Y), new(right, area.Y), new(right, bottom), new(area.X, bottom), new(area.X, area.Y),
        ];
        yield return new PathMark(Role.Warning, outline, 2, Dashed: change == ChangeKind.Removed);
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
}
