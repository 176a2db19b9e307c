using System.Text.Json.Nodes;
using NotebookGrad.Runner.Documents;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Tests.Documents;

public class IpynbWriterTests
{
    [Fact]
    public void Outputs_have_the_fields_of_nbformat()
    {
        var cell = Code("1");
        cell.ExecutionCount = 3;
        cell.Outputs.Add(new TextOutput(false, "a\nb"));
        cell.Outputs.Add(new DataOutput(new Dictionary<string, string> { ["text/html"] = "<b>\n</b>" }));
        cell.Outputs.Add(new DataOutput(new Dictionary<string, string> { ["application/json"] = "{\"a\":1}" }, true));
        cell.Outputs.Add(new ErrorOutput("Name", "message", ["one", "two"], 1));

        var written = Write(cell)["cells"]![0]!;
        Assert.Equal(3, (int)written["execution_count"]!);
        Same("""{"name":"stdout","output_type":"stream","text":["a\n","b"]}""", written["outputs"]![0]);
        Same(
            """{"data":{"text/html":["<b>\n","</b>"]},"metadata":{},"output_type":"display_data"}""",
            written["outputs"]![1]);
        Same(
            """
            {"data":{"application/json":{"a":1}},"execution_count":3,"metadata":{},"output_type":"execute_result"}
            """,
            written["outputs"]![2]);
        Same(
            """{"ename":"Name","evalue":"message","output_type":"error","traceback":["one","two"]}""",
            written["outputs"]![3]);
    }

    [Fact]
    public void Kernel_and_language_are_stated_and_other_metadata_is_kept()
    {
        var notebook = IpynbReader.Read("""
            {"nbformat":4,"metadata":{"z":1,"kernelspec":{"name":".net-csharp","display_name":"mine"}},
            "cells":[{"cell_type":"code","source":"1","metadata":{"tags":["keep"],"odd":{"b":1.50}}}]}
            """);
        var written = JsonNode.Parse(IpynbWriter.Write(notebook))!;
        Assert.Equal("mine", (string)written["metadata"]!["kernelspec"]!["display_name"]!);
        Assert.Equal("C#", (string)written["metadata"]!["language_info"]!["name"]!);
        Assert.Equal(1, (int)written["metadata"]!["z"]!);
        Same("""{"tags":["keep"],"odd":{"b":1.50}}""", written["cells"]![0]!["metadata"]);
        Assert.Equal(4, (int)written["nbformat"]!);
        Assert.Equal(5, (int)written["nbformat_minor"]!);
    }

    [Fact]
    public void Cells_of_other_languages_keep_their_outputs_and_own_ones_lose_the_old()
    {
        const string Output = """[{"name":"stdout","output_type":"stream","text":["old"]}]""";
        var notebook = IpynbReader.Read($$"""
            {"nbformat":4,"metadata":{},"cells":[
            {"cell_type":"code","source":"#!fsharp\n1","execution_count":7,"outputs":{{Output}}},
            {"cell_type":"code","source":"1","execution_count":8,"outputs":{{Output}}}]}
            """);
        var cells = JsonNode.Parse(IpynbWriter.Write(notebook))!["cells"]!;
        Same(Output, cells[0]!["outputs"]);
        Assert.Equal(7, (int)cells[0]!["execution_count"]!);
        Same("[]", cells[1]!["outputs"]);
        Assert.Null(cells[1]!["execution_count"]);
    }

    [Fact]
    public void Text_is_laid_out_as_jupyter_does()
    {
        var text = IpynbWriter.Write(new Notebook([Code("\"😀é\u00A0<\t\"")], []));
        Assert.StartsWith("{\n \"cells\": [\n  {\n   \"cell_type\": \"code\",\n   \"execution_count\": null,\n", text);
        Assert.Contains("\"\\\"😀é\u00A0<\\t\\\"\"", text);
        Assert.EndsWith("\"nbformat_minor\": 5\n}\n", text);
    }

    private static Cell Code(string source) =>
        new() { Kind = CellKind.Code, Language = "csharp", Source = source, Id = "id" };

    private static JsonNode Write(Cell cell) => JsonNode.Parse(IpynbWriter.Write(new Notebook([cell], [])))!;

    private static void Same(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
