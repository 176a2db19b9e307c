using NotebookGrad.Runner.Documents;

namespace NotebookGrad.Runner.Tests.Documents;

public class IpynbReaderTests
{
    [Fact]
    public void Source_may_be_a_text_or_a_list_of_lines()
    {
        var cells = Read("""
            {"cell_type":"code","source":"var x = 1;\nx"},
            {"cell_type":"code","source":["var x = 1;\n","x"]},
            {"cell_type":"markdown","source":[]},
            {"cell_type":"raw","source":"raw"}
            """);
        Assert.Equal(cells[0].Source, cells[1].Source);
        Assert.Equal([CellKind.Code, CellKind.Code, CellKind.Markdown, CellKind.Raw], cells.Select(cell => cell.Kind));
    }

    [Theory]
    [InlineData("{\"dotnet_interactive\":{\"language\":\"fsharp\"}}", "fsharp")]
    [InlineData("{\"polyglot_notebook\":{\"kernelName\":\"html\"}}", "html")]
    [InlineData("{\"polyglot_notebook\":{\"kernelName\":\"mysql\"}}", "mysql")]
    [InlineData("{}", "csharp")]
    public void The_language_of_a_cell_is_in_its_metadata(string metadata, string language) =>
        Assert.Equal(language, Read($$"""{"cell_type":"code","metadata":{{metadata}},"source":"x"}""")[0].Language);

    [Theory]
    [InlineData(".net-csharp", "csharp")]
    [InlineData(".net-fsharp", "fsharp")]
    [InlineData(".net-powershell", "pwsh")]
    [InlineData("python3", "python")]
    public void Other_cells_are_in_the_language_of_the_kernel(string kernel, string language)
    {
        var notebook = IpynbReader.Read($$$"""
            {"nbformat":4,"metadata":{"kernelspec":{"name":"{{{kernel}}}"}},"cells":[{"cell_type":"code","source":"x"}]}
            """);
        Assert.Equal(language, notebook.Cells[0].Language);
        Assert.Equal(language != "csharp", notebook.Cells[0].IsForeign);
    }

    [Theory]
    [InlineData("{\n\"cells\": [\n", "line 3")]
    [InlineData("[]", "no object")]
    [InlineData("{}", "'nbformat'")]
    [InlineData("{\"nbformat\":3,\"worksheets\":[]}", "nbformat 3")]
    [InlineData("{\"nbformat\":4}", "'cells'")]
    [InlineData("{\"nbformat\":4,\"nbformat\":4}", "not JSON")]
    [InlineData("{\"nbformat\":4,\"cells\":[1]}", "item 1")]
    [InlineData("{\"nbformat\":4,\"cells\":[{}]}", "'cell_type'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"odd\",\"source\":\"\"}]}", "'odd'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\"}]}", "'source'")]
    [InlineData("{\"nbformat\":4,\"cells\":[{\"cell_type\":\"code\",\"source\":[1]}]}", "'source'")]
    public void What_is_no_notebook_is_an_error_that_says_why(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<NotebookFormatException>(() => IpynbReader.Read(text)).Message);

    private static IReadOnlyList<Cell> Read(string cells) =>
        IpynbReader.Read($$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{{cells}}]}""").Cells;
}
