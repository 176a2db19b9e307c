using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Tests.Support;

namespace NotebookGrad.Runner.Tests.Documents;

public sealed class NotebookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n", "empty")]
    [InlineData("{\"nbformat\":4,\"cells\":[]}", "no cells")]
    public void Nothing_to_run_is_an_error(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<NotebookFormatException>(() => Read("a.ipynb", text)).Message);

    [Fact]
    public void A_file_that_is_missing_or_no_text_is_an_error()
    {
        Assert.Throws<NotebookFormatException>(() => Notebook.Read(Path.Combine(folder.Path, "missing.ipynb")));
        var path = Path.Combine(folder.Path, "binary.dib");
        File.WriteAllBytes(path, [0x61, 0x80, 0xFA, 0x80]);
        Assert.Throws<NotebookFormatException>(() => Notebook.Read(path));
    }

    [Fact]
    public void Cells_have_distinct_ids_that_depend_on_the_notebook_only()
    {
        var text = NotebookText.Ipynb("1", "1", "2");
        var ids = Read("a.ipynb", text).Cells.Select(cell => cell.Id).ToList();
        Assert.Equal(3, ids.Distinct().Count());
        Assert.Equal(ids, Read("b.ipynb", text).Cells.Select(cell => cell.Id));
    }

    [Fact]
    public void Good_ids_are_kept_and_bad_ones_replaced()
    {
        const string Text = """
            {"nbformat":4,"cells":[
            {"cell_type":"code","id":"good-1","source":"1"},
            {"cell_type":"code","id":"good-1","source":"2"},
            {"cell_type":"code","id":"not good","source":"3"}]}
            """;
        var ids = Read("a.ipynb", Text).Cells.Select(cell => cell.Id).ToList();
        Assert.Equal("good-1", ids[0]);
        Assert.All(ids[1..], id => Assert.Matches("^[0-9a-f]{8}$", id));
    }

    [Fact]
    public void Line_ends_of_other_systems_are_read() =>
        Assert.Equal("a\nb", Read("a.dib", "#!csharp\r\na\r\nb").Cells[0].Source);

    public void Dispose() => folder.Dispose();

    private Notebook Read(string name, string text) => Notebook.Read(folder.File(name, text));
}
