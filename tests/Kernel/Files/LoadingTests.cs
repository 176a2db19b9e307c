using System.Globalization;
using System.Text.Json;

namespace NotebookGrad.Tests.Files;

/// <summary>Files of NumPy, and of the safetensors format, read here.</summary>
public class LoadingTests
{
    public static TheoryData<string> Files => new(SampleFiles.Expected.Keys);

    public static TheoryData<string, string> Refusals => new()
    {
        { "refused-object.npy", "pickled Python objects (dtype 'O')" },
        { "refused-complex.npy", "elements of dtype '<c16' have no dtype here" },
        { "refused-text.npy", "elements of dtype '<U3' have no dtype here" },
        { "refused-fields.npy", "a structured array (dtype with fields) is not read" },
        { "refused-overflow.npy", "the array has an unsigned number beyond 9223372036854775807" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_read_as_it_was_written(string file)
    {
        var tensors = SampleFiles.Load(file, SampleFiles.Bytes(file));
        Assert.Equal(SampleFiles.Expected[file].Select(content => content.Name), tensors.Keys);
        foreach (var content in SampleFiles.Expected[file])
        {
            var x = tensors[content.Name];
            Assert.Equal(content.Shape, x.Shape.ToArray());
            Assert.True(x.Layout.IsContiguous);
            Assert.Equal(content.Values.Select(Text), Texts(x));
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_no_dtype_holds_is_refused_with_a_reason(string file, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => SampleFiles.Load(file, SampleFiles.Bytes(file)));
        Assert.StartsWith("npy: ", error.Message);
        Assert.Contains(message, error.Message);
    }

    [Theory]
    [InlineData("bool.npy", DType.Bool)]
    [InlineData("uint8.npy", DType.Int64)]
    [InlineData("int64.npy", DType.Int64)]
    [InlineData("float16.npy", DType.Float32)]
    [InlineData("float32-big.npy", DType.Float32)]
    [InlineData("float64.npy", DType.Float64)]
    public void The_dtype_is_the_smallest_that_holds_every_element(string file, DType dtype) =>
        Assert.Equal(dtype, SampleFiles.Load(file, SampleFiles.Bytes(file))[string.Empty].DType);

    [Fact]
    public void Text_about_tensors_is_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("x.safetensors");
        File.WriteAllBytes(path, SampleFiles.Bytes("plain.safetensors"));
        Assert.Equal(
            new Dictionary<string, string> { ["format"] = "pt", ["quote"] = "\"ä\"" }, SafeTensors.LoadMetadata(path));
        Assert.Equal(6, SafeTensors.Load(path).Count);
    }

    [Fact]
    public void Arrays_in_one_stream_are_read_one_after_another()
    {
        using var stream = new MemoryStream();
        Npy.Save(stream, Tensor.Of([1.5f]));
        Npy.Save(stream, Tensor.Of([2L, 3L]));
        stream.Position = 0;
        Assert.Equal([1.5f], Npy.Load(stream).ToArray<float>());
        Assert.Equal([2L, 3L], Npy.Load(stream).ToArray<long>());
    }

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        JsonValueKind.Number when value.TryGetInt64(out var whole) && !value.GetRawText().StartsWith("-0") =>
            whole.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetString()!,
    };

    private static IEnumerable<string> Texts(Tensor x) => x.DType switch
    {
        DType.Bool => x.ToArray<bool>().Select(value => value ? "1" : "0"),
        DType.Int64 => x.ToArray<long>().Select(value => value.ToString(CultureInfo.InvariantCulture)),
        _ => x.ToArray<double>().Select(value => double.IsFinite(value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : value.ToString(CultureInfo.InvariantCulture).ToLowerInvariant().Replace("infinity", "inf")),
    };
}
