using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;
using NotebookGrad.Runner.Workers;

namespace NotebookGrad.Runner.Tests.Workers;

public class WireTests
{
    [Fact]
    public void What_is_written_is_read()
    {
        var bundle = new Dictionary<string, string> { ["text/html"] = "<é😀>", ["x"] = "" };
        var data = new DataOutput(bundle, true, "7", true);
        CellOutput?[] sent =
        [
            new TextOutput(true, "text"), data, new ErrorOutput("n", "m", ["a", "b"], 3),
            new ErrorOutput("n", "m", [], null), new Notice("note"), new Warm(), null,
        ];
        using var stream = new MemoryStream();
        var writer = new BinaryWriter(stream);
        foreach (var output in sent)
        {
            Wire.Write(writer, output);
        }

        var cell = new CellRequest(3, "csharp", "code");
        Wire.Write(writer, cell);
        Wire.Write(writer, (CellRequest?)null);
        stream.Position = 0;
        var reader = new BinaryReader(stream);
        foreach (var output in sent)
        {
            Assert.Equivalent(output, Wire.ReadOutput(reader), strict: true);
        }

        Assert.Equal(cell, Wire.ReadCell(reader));
        Assert.Null(Wire.ReadCell(reader));
    }
}
