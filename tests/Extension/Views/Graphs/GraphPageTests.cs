using System.Text.RegularExpressions;
using System.Xml.Linq;
using NotebookGrad.Inspection;
using NotebookGrad.Tests.Samples;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

/// <summary>A graph as HTML: what lies over the picture, and what stands below it.</summary>
public partial class GraphPageTests
{
    private const string Token = "token";

    private static readonly Dictionary<long, string> NoNames = [];

    [Fact]
    public void Every_node_can_be_pointed_at_and_tells_what_it_is()
    {
        var spots = Page(Graphs.Square()).Descendants("u").ToArray();
        Assert.Equal(6, spots.Length);
        Assert.All(spots, spot => Assert.Equal("0", spot.Attribute("tabindex")?.Value));
        Assert.Equal(
            "mul: y = x·w ∂y/∂x = w, ∂y/∂w = x scalar float32 cell 1:2",
            Words(spots.Single(spot => Words(spot).StartsWith("mul", StringComparison.Ordinal))));
        Assert.Equal("parameter w scalar float32", Words(spots[1]));
    }

    [Fact]
    public void Of_a_tensor_it_tells_what_the_card_has_no_room_for()
    {
        var x = Tensor.Of([1f, -2, 4], requiresGrad: true).Named("x");
        var loss = (x * x).Sum().Named("loss");
        loss.Backward();
        Assert.Equal(
            "parameter x float32 [3]: −2 … 4 gradient −4 … 8, norm 9.2", Words(Page(loss.Graph()).Descendants("u").First()));
    }

    [Fact]
    public void A_spot_lies_on_its_node()
    {
        var reading = new GraphReading(Graphs.Square(), NoNames);
        var drawing = GraphPicture.Of(reading);
        var page = Page(Graphs.Square());
        var width = Math.Ceiling(drawing.Scene.Width);
        foreach (var (spot, area) in page.Descendants("u").Zip(drawing.Nodes))
        {
            Assert.Equal(area.X, Length(spot, "x") * width / 100, 0.5);
            Assert.Equal(area.Y, Length(spot, "y") * width / 100, 0.5);
            Assert.Equal(area.Width, Length(spot, "w") * width / 100, 0.5);
            Assert.Equal(area.Height, Length(spot, "h") * width / 100, 0.5);
        }
    }

    [Fact]
    public void Each_step_is_one_choice_of_a_list_and_none_is_chosen_at_first()
    {
        var page = Page(Graphs.SumTimesDifference());
        var choices = page.Descendants("input").ToArray();
        Assert.Equal(10, choices.Length);
        Assert.All(choices, choice => Assert.Equal(Token, choice.Attribute("name")!.Value));
        Assert.Equal([choices[0]], choices.Where(choice => choice.Attribute("checked") is not null));
        Assert.Equal("div", choices[0].Parent!.Parent!.Name);
        Assert.Equal(
            choices[1..], page.Descendants("li").Select(row => row.Elements().Single().Elements("input").Single()));
    }

    [Fact]
    public void A_step_lights_up_the_way_it_goes_and_the_value_it_reaches()
    {
        var graph = Graphs.SumTimesDifference();
        var page = Page(graph);
        var sheet = page.Descendants("style").First().Value;
        for (var step = 1; step <= 9; step++)
        {
            Assert.Contains($"&:has(li:nth-child({step}) :checked) .ng{step}", sheet);
            Assert.Single(Lit(page, "u", step));
            Assert.Equal(step switch { 1 => 0, 7 or 9 => 2, _ => 1 }, Lit(page, "path", step).Length);
        }

        Assert.StartsWith("parameter x", Words(Lit(page, "u", 7)[0]));
    }

    [Fact]
    public void There_is_no_text_over_the_picture_that_could_be_left_behind()
    {
        foreach (var graph in new[] { Graphs.Square(), Graphs.Perceptron(), Graphs.Residual(4) })
        {
            var page = Page(graph);
            Assert.All(page.Descendants("u").Concat(page.Descendants("svg")), over => Assert.Equal("", over.Value));
        }
    }

    [Fact]
    public void The_table_tells_every_node_once()
    {
        var rows = Page(Graphs.Square()).Descendants("tr").Select(row => row.Elements().Select(cell => cell.Value));
        Assert.Equal(
            [
                "name|what|shape (float32)|value|gradient|line (cell 1)|saved",
                "x|parameter|scalar|2|24",
                "w|parameter|scalar|3|16",
                "y|mul x·w|scalar|6|8|2|freed",
                "target|constant|scalar|2",
                "|sub y − target|scalar|4|8|2|freed",
                "loss|square (y − target)²|scalar|16|1|2|freed",
            ],
            rows.Select(row => string.Join('|', row)));
    }

    [Fact]
    public void A_fold_opens_in_place_with_a_picture_of_its_own()
    {
        var folds = Folds(Page(LargeGraphs.Layers(200, modules: false)));
        var fold = Assert.Single(folds, fold => fold.Element("summary")!.Value.StartsWith("@ → + → ReLU ×"));
        Assert.Single(fold.Element("div")!.Descendants("img"));
        Assert.Contains("the first of ", fold.Value);
        Assert.Contains(
            fold.Element("div")!.Descendants("u"), spot => Words(spot).StartsWith("relu", StringComparison.Ordinal));
        var summary = fold.Element("summary")!;
        Assert.StartsWith(summary.Value, Words(summary.Element("u")!));
    }

    [Fact]
    public void Of_folds_in_one_picture_one_is_open_at_a_time()
    {
        var page = Page(LargeGraphs.Transformer(12));
        var names = Folds(page).Select(fold => fold.Attribute("name")!.Value).ToArray();
        var plots = page.Descendants("div").Count(part => part.Attribute("class")?.Value == "nbgrad-plot");
        Assert.All(names, name => Assert.StartsWith(Token, name));
        Assert.InRange(names.Distinct().Count(), 1, plots);
        foreach (var fold in Folds(page))
        {
            Assert.DoesNotContain(
                fold.Descendants("details"), inner => inner.Attribute("name")?.Value == fold.Attribute("name")!.Value);
        }
    }

    [Fact]
    public void A_fold_for_which_there_is_no_room_says_how_to_see_it()
    {
        var reading = new GraphReading(LargeGraphs.Transformer(12), NoNames);
        var plot = new GraphPlot(Token, mostBytes: 1000);
        var page = Parse(plot.Of(new DrawnGraph(reading, "a graph"), new StepLights([])));
        Assert.Single(page.Descendants("img"));
        Assert.NotEmpty(Folds(page));
        Assert.All(Folds(page), fold => Assert.Contains("too much for this page", fold.Value));
    }

    [Fact]
    public void Beside_a_fold_nothing_is_told_that_only_holds_for_one_use()
    {
        var reading = new GraphReading(LargeGraphs.Recurrent(100), NoNames);
        var text = new StepText(reading);
        var told = ChainRule.Of(reading).Select(step => string.Concat(text.Of(step).Select(run => run.Text))).ToArray();
        Assert.NotEmpty(told);
        Assert.All(told, line => Assert.DoesNotMatch("· ·|·$|^·", line));
    }

    [Fact]
    public void Many_steps_are_opened_first_and_bounded()
    {
        var few = Page(Graphs.Chain(30));
        Assert.Equal(31, few.Descendants("li").Count());
        Assert.DoesNotContain(few.Descendants("details"), part => part.Descendants("li").Any());
        var many = Page(Graphs.Chain(55));
        Assert.Contains(many.Descendants("details"), part => part.Descendants("li").Any());
        Assert.Equal(56, many.Descendants("li").Count());
    }

    [Fact]
    public void Two_renderings_share_no_identifier_and_are_the_same_otherwise()
    {
        var view = new GraphView(Graphs.Square(), NoNames);
        var (one, other) = (view.ToHtml(), view.ToHtml());
        var (first, second) = (TokenOf(one), TokenOf(other));
        Assert.NotEqual(first, second);
        Assert.Equal(one.Replace(first, Token), other.Replace(second, Token));
        Assert.Equal(view.ToHtml(Token), new GraphView(Graphs.Square(), NoNames).ToHtml(Token));
    }

    private static XElement[] Folds(XDocument page) =>
        [.. page.Descendants("details").Where(part => part.Attribute("class")?.Value == "nbgrad-fold")];

    private static string TokenOf(string html) => Choices().Match(html).Groups[1].Value;

    private static string Words(XElement element) => element.Attribute("aria-label")!.Value;

    /// <summary>A length of a spot; one that it does not say itself is said by the plot around it.</summary>
    private static double Length(XElement spot, string name) => spot.AncestorsAndSelf()
        .Select(element => Regex.Match(element.Attribute("style")?.Value ?? "", $@"--{name}:([\d.]+)"))
        .Where(match => match.Success)
        .Select(match => double.Parse(match.Groups[1].Value))
        .First();

    private static XElement[] Lit(XDocument page, string tag, int step) =>
    [
        .. page.Descendants(tag).Where(part => part.Attribute("class")?.Value.Split(' ').Contains($"ng{step}") == true),
    ];

    private static XDocument Page(GraphSnapshot graph) =>
        Parse(new GraphView(graph, NoNames).ToHtml(Token));

    private static XDocument Parse(string html) => XDocument.Parse(Images().Replace(html, "$1/>")
        .Replace("<style>", "<style><![CDATA[")
        .Replace("</style>", "]]></style>"));

    [GeneratedRegex("(<img (?:[^>\"]|\"[^\"]*\")*)>")]
    private static partial Regex Images();

    [GeneratedRegex("name=\"([a-z]+)\"")]
    private static partial Regex Choices();
}
