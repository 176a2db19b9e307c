using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class SurfaceViewTests
{
    [Fact]
    public void A_surface_is_told_by_its_losses_here_and_at_their_least()
    {
        var text = new SurfaceView(Explorations.Surface(5, (x, y) => 2 + ((x - 1) * (x - 1)) + (y * y))).ToText();
        Assert.StartsWith("loss surface: 5 × 5 losses from 2 to 15\n", text);
        Assert.EndsWith(
            "directions: as given\nloss here, at (0, 0): 3\nleast loss: 2 at (1, 0)\n"
                + "path: 9 places of the training, seen from above",
            text);
        Assert.Contains("●", text);
    }

    [Fact]
    public void Levels_are_circles_around_the_least_loss_each_inside_the_other()
    {
        var view = new SurfaceView(Explorations.Surface(41, (x, y) => Math.Sqrt((x * x) + (y * y))));
        var areas = view.Picture!.Marks.OfType<AreaMark>().ToArray();
        var widths = areas.Select(area => area.Rings.Max(ring => ring.Max(point => point.X) - ring.Min(point => point.X)));
        Assert.InRange(areas.Length, 5, 12);
        Assert.Equal(widths.OrderDescending(), widths);
        var reading = new SurfaceReading(Explorations.Surface(41, (x, y) => Math.Sqrt((x * x) + (y * y))));
        foreach (var level in reading.Levels.Where(level => level < 20))
        {
            Assert.All(reading.Below(level).Single(), point => Assert.Equal(
                level, 40 * Math.Sqrt(Math.Pow(point.Place.X - 0.5, 2) + Math.Pow(point.Place.Y - 0.5, 2)), 0.1));
        }
    }

    [Fact]
    public void Levels_that_lie_near_each_other_are_told_apart()
    {
        var view = new SurfaceView(Explorations.Surface(25, (x, _) => 1.5 + (0.015 * x)));
        string[] numbers = [.. view.Picture!.Marks.OfType<TextMark>().Select(text => text.Text)];
        Assert.Contains("1.55", numbers);
        Assert.Contains("1.45", numbers);
    }

    [Fact]
    public void What_is_not_finite_has_a_sign_of_its_own()
    {
        var view = new SurfaceView(Explorations.Surface(
            5, (x, y) => x == 0 ? double.NaN : y == 0 ? double.PositiveInfinity : x));
        var cells = view.Picture!.Marks.OfType<CellsMark>().ToArray();
        Assert.Equal(5, cells.First(mark => mark.Shape == CellShape.Cross).Places.Count);
        Assert.Equal(4, cells.First(mark => mark.Shape == CellShape.Bow).Places.Count);
        Assert.Contains("NaN or ∞: 9 places", view.ToText());
    }

    [Fact]
    public void A_wild_surface_takes_bounded_room()
    {
        var view = new SurfaceView(Explorations.Surface(101, (x, y) => Math.Sin(1e6 * x * y)));
        Assert.InRange(view.ToHtml().Length, 5_000, 60_000);
        Assert.InRange(SvgWriter.Write(view.Picture!).Length, 5_000, 60_000);
    }
}
