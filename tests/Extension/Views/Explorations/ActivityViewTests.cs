using NotebookGrad.Scenes;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ActivityViewTests
{
    [Fact]
    public void Dead_units_are_counted_in_all_and_layer_by_layer() => Assert.Equal(
        "active units: 2 of 6 units answer no input\n"
            + "layer: 1 of 3 units answer no input, 1 all inputs, on average 40%\n"
            + "layer: 1 of 3 units answer no input, 1 all inputs, on average 43.3%",
        new ActivityView(Explorations.Units(2, 3)).ToText());

    [Fact]
    public void Dead_units_are_crossed_and_others_the_bluer_the_more_they_answer()
    {
        var cells = new ActivityView(Explorations.Units(1, 30)).Picture!.Marks.OfType<CellsMark>().ToArray();
        Assert.Equal(CellShape.Cross, cells[0].Shape);
        Assert.InRange(cells[0].Places.Count, 10, 13);
        Assert.Equal(30, cells.Sum(mark => mark.Places.Count));
        Assert.Equal(cells.Skip(1).Select(mark => mark.Strength).Order(), cells.Skip(1).Select(mark => mark.Strength));
        Assert.Equal(1, cells[^1].Strength);
    }

    [Fact]
    public void Many_units_take_bounded_room()
    {
        foreach (var (layers, units) in new[] { (1, 100_000), (100, 3000) })
        {
            var view = new ActivityView(Explorations.Units(layers, units));
            Assert.InRange(view.ToHtml().Length, 3_000, 60_000);
            Assert.InRange(SvgWriter.Write(view.Picture!).Length, 3_000, 60_000);
        }
    }
}
