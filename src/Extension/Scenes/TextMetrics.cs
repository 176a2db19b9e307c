using System.Globalization;
using System.Text;

namespace NotebookGrad.Scenes;

/// <summary>
/// Estimates how wide a text is, without a font: the advances of DejaVu Sans, which is wider than most system fonts,
/// so that what is measured here is rarely clipped anywhere.
/// </summary>
internal static class TextMetrics
{
    private const double MonoAdvance = 0.602;
    private const double Generosity = 1.03;
    private const double BoldFactor = 1.1;

    // Thousandths of an em from U+0020 to U+007E.
    private static readonly short[] Advances =
    [
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
    ];

    /// <summary>Width of a text in letters of this size.</summary>
    public static double Width(string text, double size, Face face)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            width += face is Face.Mono or Face.MonoBold ? Columns(rune) * MonoAdvance : Advance(rune);
        }

        return width * size * Generosity * (face == Face.SansBold ? BoldFactor : 1);
    }

    /// <summary>How many places a text takes in a terminal.</summary>
    public static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Columns(rune);
        }

        return columns;
    }

    /// <summary>How many places a character takes in a terminal: none if it combines, two if it is wide.</summary>
    public static int Columns(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => IsWide(rune.Value) ? 2 : 1,
    };

    private static double Advance(Rune rune) => rune.Value switch
    {
        >= 0x20 and <= 0x7E => Advances[rune.Value - 0x20] / 1000.0,
        '·' => 0.38,
        '‖' => 0.5,
        '²' or '³' or (>= 0x2080 and <= 0x2089) => 0.44,
        _ => Columns(rune) switch
        {
            0 => 0,
            1 => Rune.IsUpper(rune) ? 0.95 : 0.84,
            _ => 1.2,
        },
    };

    // East Asian wide and full-width blocks and the pictographs (Unicode TR 11), as ranges coarse enough to state.
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
