using System.Globalization;
using NotebookGrad.Scenes;

namespace NotebookGrad.Tests.Scenes;

public class ColoursTests
{
    public static TheoryData<bool> Themes => [false, true];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_has_contrast_on_every_ground_where_it_stands(bool isDark)
    {
        var colours = isDark ? Colours.Dark : Colours.Light;
        foreach (var ground in new[] { colours.Ground, colours.Soft, colours.ForwardSoft, colours.HealthySoft })
        {
            foreach (var ink in new[] { colours.Ink, colours.Mute, colours.Forward, colours.Gradient })
            {
                Assert.True(Contrast(ink, ground) >= 4.5, $"{ink} on {ground}: {Contrast(ink, ground):0.00}");
            }
        }

        foreach (var ink in new[] { colours.RootInk, colours.RootForward, colours.RootGradient })
        {
            Assert.True(Contrast(ink, colours.RootGround) >= 4.5, $"{ink} on the root");
        }
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Boxes_and_lines_have_contrast_with_the_ground(bool isDark)
    {
        var colours = isDark ? Colours.Dark : Colours.Light;
        Assert.All([colours.Mute, colours.Forward, colours.Gradient], line =>
            Assert.True(Contrast(line, colours.Ground) >= 3));
    }

    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int start)
        {
            var digits = colour.AsSpan(start, 2);
            var value = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }
}
