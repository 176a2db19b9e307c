namespace NotebookGrad.Tests.Files;

/// <summary>Idx files read otherwise than as they are, and written; the formats are among the tests of all files.</summary>
public class IdxTests
{
    [Theory]
    [InlineData("ubyte.idx")]
    [InlineData("byte.idx")]
    [InlineData("short.idx")]
    [InlineData("int.idx")]
    [InlineData("float.idx")]
    [InlineData("double.idx")]
    [InlineData("scalar.idx")]
    [InlineData("empty.idx")]
    public void An_array_is_written_byte_by_byte_as_the_format_says(string file)
    {
        var bytes = SampleFiles.Bytes(file);
        using var stream = new MemoryStream();
        Idx.Save(stream, SampleFiles.Load(file, bytes)[string.Empty]);
        Assert.Equal(bytes, stream.ToArray());
    }

    [Theory]
    [InlineData("short.idx", DType.Float32)]
    [InlineData("ubyte.idx", DType.Float32)]
    [InlineData("int.idx", DType.Float64)]
    [InlineData("float.idx", DType.Float64)]
    [InlineData("double.idx", DType.Float32)]
    public void Elements_become_real_numbers_on_the_way_in(string file, DType dtype)
    {
        var bytes = SampleFiles.Bytes(file);
        var x = Idx.Load(new MemoryStream(bytes), dtype);
        Assert.Equal(dtype, x.DType);
        Assert.Equal(
            SampleFiles.Load(file, bytes)[string.Empty].To(dtype).ToArray<double>(), x.ToArray<double>());
    }

    [Fact]
    public void A_name_that_ends_in_gz_is_compressed()
    {
        using var folder = new TemporaryFolder();
        var x = Tensor.Zeros(100, 100) > 0;
        Idx.Save(folder.File("x.idx.gz"), x);
        Assert.InRange(new FileInfo(folder.File("x.idx.gz")).Length, 20, 200);
        Assert.Equal(x.To(DType.Int64).ToArray<long>(), Idx.Load(folder.File("x.idx.gz")).ToArray<long>());
    }

    [Fact]
    public void A_view_is_written_in_row_major_order()
    {
        using var stream = new MemoryStream();
        Idx.Save(stream, Tensor.Of(new long[,] { { 1, 2 }, { 3, 4 } }).T);
        Assert.Equal([1, 3, 2, 4], stream.ToArray()[^4..]);
    }

    [Fact]
    public void A_compressed_file_that_grows_beyond_its_limit_is_refused_before_it_is_unpacked()
    {
        using var folder = new TemporaryFolder();
        Idx.Save(folder.File("x.gz"), Tensor.Zeros(1 << 20));
        Assert.EndsWith(
            "x.gz: the array [1048576] takes 4194304 bytes, more than 1000000; if the file is to be trusted, raise maximumBytes",
            Assert.Throws<InvalidDataException>(() => Idx.Load(folder.File("x.gz"), maximumBytes: 1_000_000)).Message);
    }

    [Fact]
    public void What_the_format_has_no_room_for_is_refused()
    {
        Assert.Equal(
            "idx: x [2] has whole numbers from 0 to 2147483648; a file has room for 32 bits. Convert them with "
            + ".To(DType.Float64), or save them as .npy",
            Assert.Throws<ArgumentException>(() => Idx.Save(Stream.Null, Tensor.Of([0, 1L << 31]).Named("x"))).Message);
        Assert.Equal(
            "idx: elements are read as they are, or as real numbers, not as int64",
            Assert.Throws<ArgumentException>(() => Idx.Load(new MemoryStream(SampleFiles.Bytes("ubyte.idx")), DType.Int64)).Message);
    }
}
