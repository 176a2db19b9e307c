using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Tests.Outputs;

public class OutputListTests
{
    [Fact]
    public void Adjacent_text_of_one_stream_is_one_output()
    {
        var list = new OutputList();
        list.Add(new TextOutput(false, "a"));
        list.Add(new TextOutput(false, "b"));
        list.Add(new TextOutput(true, "c"));
        list.Add(Html("1", "x"));
        list.Add(new TextOutput(true, "d"));
        Assert.Equal(
            [new TextOutput(false, "ab"), new TextOutput(true, "c"), new TextOutput(true, "d")],
            list.Items.OfType<TextOutput>());
        Assert.IsType<DataOutput>(list.Items[2]);
    }

    [Fact]
    public void An_update_takes_the_place_of_what_it_updates()
    {
        var list = new OutputList();
        list.Add(Html("1", "old"));
        list.Add(Html("2", "other"));
        list.Add(Html("1", "new") with { Replaces = true });
        Assert.Equal(["new", "other"], list.Items.Cast<DataOutput>().Select(output => output.Data["text/html"]));
    }

    [Fact]
    public void Endless_text_is_cut()
    {
        var list = new OutputList();
        for (var index = 0; index < 30; index++)
        {
            list.Add(new TextOutput(false, new string('x', 100_000)));
        }

        var text = Assert.IsType<TextOutput>(Assert.Single(list.Items)).Text;
        Assert.InRange(text.Length, OutputList.TextLimit, OutputList.TextLimit + 100);
        Assert.Contains("left out", text);
    }

    private static DataOutput Html(string id, string html) =>
        new(new Dictionary<string, string> { ["text/html"] = html }, DisplayId: id);
}
