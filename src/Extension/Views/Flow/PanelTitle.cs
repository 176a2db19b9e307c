using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>What stands above a panel: words in the colours of what they mean.</summary>
internal static class PanelTitle
{
    /// <summary>From its upper side to that of the panel.</summary>
    public const double Height = 22;

    private const double NameSize = 12;
    private const double NoteSize = 11;
    private const double Swatch = 10;
    private const double Apart = 12;

    /// <summary>
    /// The words from a corner on: names are heavy, notes are mute, and an area has a piece of it before.
    /// </summary>
    public static IEnumerable<Mark> Of(double x, double top, params IReadOnlyList<(Role Role, string Text)> runs)
    {
        foreach (var (role, text) in runs)
        {
            if (role == Role.Healthy)
            {
                yield return new BoxMark(role, x, top, Swatch, Swatch);
                x += Swatch + 4;
            }

            var isNote = role is Role.Mute or Role.Healthy;
            var (size, face) = isNote ? (NoteSize, Face.Sans) : (NameSize, Face.SansBold);
            yield return new TextMark(isNote ? Role.Mute : role, x, top + 9, text, size, face);
            x += TextMetrics.Width(text, size, face) + Apart;
        }
    }
}
