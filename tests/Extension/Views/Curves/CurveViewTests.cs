using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class CurveViewTests
{
    [Fact]
    public void In_characters_each_series_has_a_sign_of_its_own()
    {
        var curve = new Curve("loss", "step", ("train", [4, 2, 1, 0.5]), ("held out", [4, 3, 3, double.NaN]));
        Assert.Equal(
            """
            loss: over step · 2 series · 4 numbers
            4 ┤○
              │
              │
            3 ┤                     ○                    ○
              │
              │
            2 ┤                     ●
              │
              │
            1 ┤                                          ●
              │                                                               ●
              │
            0 ┤
              └────────────────────────────────────────────────────────────────
               0                    1                    2                    3  step
            ● train: last 0.5, least 0.5, greatest 4
            ○ held out: last 3, least 3, greatest 4, 1 not finite
            """,
            new CurveView(curve).ToText());
    }

    [Fact]
    public void On_a_log_scale_equal_factors_are_equal_distances_and_what_has_no_logarithm_is_told()
    {
        var view = new CurveView(new Curve("loss", "step", ("train", [100, 10, 1, 0, -3])) { LogScale = true });
        var heights = Lines(view).Single().Points.Select(point => point.Y).ToArray();
        Assert.Equal(3, heights.Length);
        Assert.Equal(heights[1] - heights[0], heights[2] - heights[1], 1e-6);
        Assert.Contains("2 not above zero or not finite", view.ToText());
        Assert.Contains("2 not above zero or not finite", view.ToHtml());
    }

    [Fact]
    public void A_gap_parts_a_line_and_a_lonely_number_is_still_seen()
    {
        var curve = new Curve("a", "x", ("a", [1, 2, double.NaN, 3, double.PositiveInfinity, 1, 2]));
        var lines = Lines(new CurveView(curve)).ToArray();
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.True(line.Points[^1].X > line.Points[0].X + 3));
    }

    [Fact]
    public void A_long_series_keeps_its_extremes_and_not_its_length()
    {
        double[] values = [.. Enumerable.Range(0, 100_000).Select(i => Math.Sin(i)), 5, -5, 0];
        var line = Lines(new CurveView(new Curve("noise", "i", ("a", values)))).Single();
        var short_ = Lines(new CurveView(new Curve("noise", "i", ("a", [5, -5])))).Single();
        Assert.InRange(line.Points.Count, 100, 1300);
        Assert.Equal(short_.Points.Min(point => point.Y), line.Points.Min(point => point.Y));
        Assert.Equal(short_.Points.Max(point => point.Y), line.Points.Max(point => point.Y));
    }

    [Fact]
    public void Lines_differ_without_colour()
    {
        var styles = Lines(new CurveView(NastyCurves.Many(6))).Select(line => (line.Role, line.Dashed)).Distinct();
        Assert.Equal(6, styles.Count());
        Assert.DoesNotContain(styles, style => style.Role == Role.Gradient);
    }

    [Fact]
    public void A_curve_keeps_the_numbers_that_it_was_given()
    {
        var losses = new List<double> { 1, 2 };
        var curve = new Curve("loss", "step", ("train", losses));
        losses.Add(3);
        Assert.Equal([1, 2], curve.Series.Single().Values);
        Assert.Equal("loss over step: train (2)", curve.ToString());
    }

    /// <summary>The lines of the numbers, without those of names and axes.</summary>
    private static IEnumerable<PathMark> Lines(CurveView view)
    {
        var paths = view.Picture.Marks.OfType<PathMark>().ToList();
        var floor = paths.FindLastIndex(path => path.Role == Role.Guide);
        return paths.Skip(floor + 1).SkipWhile(path => path.Role == Role.Mute);
    }
}
