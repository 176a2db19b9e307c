using NotebookGrad.Inspection;
using NotebookGrad.Layouts;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>
/// Draws a tensor that holds graphs: a box for each of the first ones and the last, all led to the tensor.
/// </summary>
internal static class HeldGraphsPicture
{
    private const double Padding = 14;
    private const double Height = 24;
    private const double Pitch = 32;
    private const double Way = 70;
    private const double TextSize = 12;
    private const int Most = 5;

    /// <summary>The scene of a tensor that holds at least one graph.</summary>
    public static Scene Of(HeldGraphs held, string name)
    {
        var rows = Rows(held.Count);
        var left = rows.Max(row => Width(row.Text));
        var (tensor, height) = (Width(name), (rows.Count - 1) * Pitch + Height);
        var end = Padding + left + Way;
        var middle = Padding + (height / 2);
        var marks = new List<Mark>();
        foreach (var (index, (text, isGraph)) in rows.Index())
        {
            var y = Padding + (index * Pitch);
            var role = isGraph ? Role.Operation : Role.Mute;
            marks.Add(new PathMark(
                Role.Forward,
                Bezier.Level([new Point(Padding + left, y + (Height / 2)), new Point(end, middle)]),
                Shape: PathShape.Curved,
                Arrow: index == rows.Count / 2,
                Dashed: !isGraph));
            marks.AddRange(isGraph ? [new BoxMark(role, Padding, y, left, Height, Radius: 6)] : []);
            marks.Add(Text(isGraph ? Role.Plain : Role.Mute, Padding + (left / 2), y, text, Face.Sans));
        }

        marks.Add(new GroupMark(Role.Root, null,
        [
            new BoxMark(Role.Root, end, middle - (Height / 2), tensor, Height, Radius: 6),
            Text(Role.Plain, end + (tensor / 2), middle - (Height / 2), name, Face.SansBold),
        ]));
        var title = $"{name} holds {NumberText.Count(held.Count, "graph")}";
        return new Scene(end + tensor + Padding, height + (2 * Padding), title, marks);
    }

    private static List<(string Text, bool IsGraph)> Rows(long count)
    {
        IEnumerable<(string, bool)> first = Enumerable.Range(1, (int)Math.Min(count, Most)).Select(Graph);
        return count <= Most
            ? [.. first]
            :
            [
                .. first.Take(Most - 2),
                ($"{NumberText.Count(count - Most + 1)} more", false),
                ($"graph {NumberText.Count(count)}", true),
            ];
    }

    private static (string, bool) Graph(int number) => ($"graph {number}", true);

    private static double Width(string text) => TextMetrics.Width(text, TextSize, Face.SansBold) + 20;

    private static TextMark Text(Role role, double x, double top, string text, Face face) =>
        new(role, x, top + 16, text, TextSize, face, TextAlign.Middle);
}
