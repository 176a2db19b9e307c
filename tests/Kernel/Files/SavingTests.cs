using System.IO.Compression;

namespace NotebookGrad.Tests.Files;

/// <summary>Files written here, held against those of NumPy.</summary>
public class SavingTests
{
    private static readonly Tensor X = Tensor.Of(new[,] { { 1.5, -2 }, { double.NaN, 1e-320 } });

    [Theory]
    [InlineData("bool.npy")]
    [InlineData("int64.npy")]
    [InlineData("float32.npy")]
    [InlineData("float64.npy")]
    [InlineData("scalar.npy")]
    [InlineData("empty.npy")]
    [InlineData("long.npy")]
    public void An_array_is_written_byte_by_byte_as_NumPy_does(string file)
    {
        var bytes = SampleFiles.Bytes(file);
        using var stream = new MemoryStream();
        Npy.Save(stream, SampleFiles.Load(file, bytes)[string.Empty]);
        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public void A_view_is_written_in_row_major_order()
    {
        using var stream = new MemoryStream();
        Npy.Save(stream, X.T);
        stream.Position = 0;
        Assert.Equal([1.5, double.NaN, -2, 1e-320], Npy.Load(stream).ToArray<double>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Named_arrays_are_members_as_NumPy_writes_them(bool compressed)
    {
        var tensors = SampleFiles.Load("stored.npz", SampleFiles.Bytes("stored.npz"))
            .Where(pair => pair.Key is "bool" or "int64" or "float32" or "float64").ToArray();
        using var ours = new MemoryStream();
        Npz.Save(ours, tensors, compressed);
        using var archive = new ZipArchive(ours);
        Assert.Equal(["bool.npy", "int64.npy", "float32.npy", "float64.npy"], archive.Entries.Select(entry => entry.FullName));
        foreach (var entry in archive.Entries)
        {
            using var member = entry.Open();
            using var bytes = new MemoryStream();
            member.CopyTo(bytes);
            Assert.Equal(SampleFiles.Bytes(entry.FullName), bytes.ToArray());
            Assert.Equal(!compressed, entry.CompressedLength == entry.Length);
        }

        ours.Position = 0;
        Assert.Equal(tensors.Select(pair => pair.Key), Npz.Load(ours).Keys);
    }

    [Fact]
    public void Safetensors_are_written_byte_by_byte_as_the_format_says()
    {
        var bytes = SampleFiles.Bytes("plain.safetensors");
        using var stream = new MemoryStream();
        var tensors = SampleFiles.Load("plain.safetensors", bytes);
        SafeTensors.Save(stream, tensors.Reverse(), new Dictionary<string, string> { ["format"] = "pt", ["quote"] = "\"ä\"" });
        Assert.Equal(bytes, stream.ToArray());
    }

    [Fact]
    public void An_old_file_stays_when_writing_a_new_one_fails()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("model.npz");
        Npz.Save(path, [new("x", X)]);
        var before = File.ReadAllBytes(path);

        KeyValuePair<string, Tensor>[] twice = [new("x", X * 2), new("x", X)];
        Assert.Contains("'x' is there twice", Assert.Throws<ArgumentException>(() => Npz.Save(path, twice)).Message);

        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal(["model.npz"], folder.Names);
    }

    [Fact]
    public void Every_format_replaces_an_old_file()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 2; i++)
        {
            Npy.Save(folder.File("x.npy"), X * i);
            Npz.Save(folder.File("x.npz"), [new("x", X * i)]);
            SafeTensors.Save(folder.File("x.safetensors"), [new("x", X * i)]);
            Csv.Save(folder.File("x.csv"), X * i);
        }

        Assert.Equal(["x.csv", "x.npy", "x.npz", "x.safetensors"], folder.Names.Order());
        var expected = X.ToArray<double>();
        Assert.Equal(expected, Npy.Load(folder.File("x.npy")).ToArray<double>());
        Assert.Equal(expected, Npz.Load(folder.File("x.npz"))["x"].ToArray<double>());
        Assert.Equal(expected, SafeTensors.Load(folder.File("x.safetensors"))["x"].ToArray<double>());
        Assert.Equal(expected, Csv.Load(folder.File("x.csv"), dtype: DType.Float64).ToArray<double>());
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/x")]
    [InlineData("a\\b")]
    [InlineData("C:x")]
    [InlineData("")]
    [InlineData("x\0")]
    public void A_name_that_leads_out_of_the_archive_is_refused(string name) => Assert.Contains(
        "call the array otherwise",
        Assert.Throws<ArgumentException>(() => Npz.Save(Stream.Null, [new(name, X)])).Message);

    [Fact]
    public void The_reserved_name_of_safetensors_is_refused() => Assert.Contains(
        "'__metadata__' is there twice or reserved",
        Assert.Throws<ArgumentException>(() => SafeTensors.Save(Stream.Null, [new("__metadata__", X)])).Message);
}
