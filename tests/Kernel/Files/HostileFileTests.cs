using System.IO.Compression;
using System.Text;

namespace NotebookGrad.Tests.Files;

/// <summary>Files that are corrupt, truncated or made to harm: a clear error, and no memory to speak of.</summary>
public class HostileFileTests
{
    private const int Mutations = 1500;
    private const long Bound = 64 << 20;

    public static TheoryData<string> Samples => new(
        "float16.npy", "fortran.npy", "version3.npy", "stored.npz", "deflated.npz", "plain.safetensors", "narrow.safetensors",
        "short.idx", "float.idx", "compressed.idx");

    public static TheoryData<string, string> Headers => new()
    {
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }", "has the shape [99999999999], which no tensor can have" },
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647, 9), }", "which no tensor can have" },
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (0, 2147483647, 2147483647, 2147483647), }", "which no tensor can have" },
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647, 2147483647), }", "is larger than any file" },
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }", "needs 16000000000 bytes, and only 8 are left" },
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }", "a length of the shape is not a number" },
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'shape': (1,)}", "'shape' is twice" },
        { "{'descr': '<f8', 'fortran_order': False, 'shape': (1,)} + __import__('os')", "nothing after them" },
        { "{'descr': '<f8', 'fortran_order': False}", "it needs descr, fortran_order and shape" },
        { "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}", "fortran_order is neither True nor False" },
        { "{'descr': '<f3', 'fortran_order': False, 'shape': (1,)}", "elements of dtype '<f3' have no dtype here" },
        { "((((((((((", "'{' is missing" },
        { string.Empty, "'{' is missing" },
    };

    public static TheoryData<string, string> IdxHeaders => new()
    {
        { "00000F01", "this is not an idx file: it begins with 00000F01, not with 0000 and a kind from 08, 09, 0B, 0C, 0D, 0E" },
        { "00010801", "this is not an idx file: it begins with 00010801" },
        { "0000080200000002", "needs 8 bytes, and only 4 are left: the file is truncated or corrupt" },
        { "00000803FFFFFFFFFFFFFFFFFFFFFFFF", "has the shape [4294967295, 4294967295, 4294967295], which no tensor can have" },
        { "00000804000000007FFFFFFF7FFFFFFF7FFFFFFF", "has the shape [0, 2147483647, 2147483647, 2147483647], which no" },
        { "000008030000F000000010000000001C", "takes 56371445760 bytes, more than 4294967296; if the file is to be trusted" },
        { "000008011DCD6500", "the array needs 500000000 bytes, and only 0 are left" },
        { "0000080100000002010203", "there are bytes after the array [2]: the file is corrupt" },
    };

    public static TheoryData<string, string> Tensors => new()
    {
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", "tensor 'a' [2] claims the bytes 0 to 4; it needs 8 from 0" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "neither overlap nor leave a hole" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "neither overlap nor leave a hole" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", "the tensors take 4 bytes, and 8 follow" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}}", "the tensors take 12 bytes, and 8 follow" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", "claims the bytes 8 to 0" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", "'a' has -2 where a number from 0" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}", "'a' has 2.5 where a number from 0" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}", "which no tensor can have" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,18446744073709551615]}}", "has 18446744073709551615 where" },
        { "{\"a\":{\"dtype\":\"F8_E4M3\",\"shape\":[8],\"data_offsets\":[0,8]}}", "tensor 'a' has the dtype F8_E4M3, which has none here" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "is not the JSON of a safetensors file" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8],\"pickle\":1}}", "unknown property 'pickle'" },
        { "{\"__metadata__\":{\"a\":1}}", "'__metadata__' has Number where String belongs" },
        { "{\"a\":" + new string('[', 100_000), "is not the JSON of a safetensors file" },
        { "{\"\\ud800\":1}", "is not the JSON of a safetensors file" },
        { "[]", "does not begin with '{'" },
        { "{", "is not the JSON of a safetensors file" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_mutated_file_gives_tensors_or_a_clear_error(string file)
    {
        var original = SampleFiles.Bytes(file);
        var random = new Random(file.Length);
        var errors = 0;
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = Mutate(original, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                SampleFiles.Load(file, bytes);
            }
            catch (InvalidDataException error)
            {
                errors++;
                Assert.StartsWith(Path.GetExtension(file)[1..] + ":", error.Message.Replace(", array", ":"));
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bound);
        }

        Assert.InRange(errors, Mutations / 10, Mutations);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_file_that_ends_too_early_is_an_error_wherever_it_ends(string file)
    {
        var bytes = SampleFiles.Bytes(file);

        // Of a compressed file all elements are there when only what follows them is cut: a mark, checksum and length.
        var end = file == "compressed.idx" ? bytes.Length - 10 : bytes.Length;
        for (var length = 0; length < end; length++)
        {
            Assert.Throws<InvalidDataException>(() => SampleFiles.Load(file, bytes[..length]));
        }
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public void A_header_of_npy_that_lies_is_an_error(string header, string message)
    {
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header), .. new byte[8]];
        AssertRefused(message, () => SampleFiles.Load("x.npy", bytes));
    }

    [Fact]
    public void A_header_of_npy_of_four_gigabytes_is_an_error() => AssertRefused(
        "a header of 4294967295 bytes is not credible",
        () => SampleFiles.Load("x.npy", [0x93, .. "NUMPY"u8, 2, 0, 255, 255, 255, 255]));

    [Fact]
    public void A_promise_of_gigabytes_costs_nothing_where_the_length_of_a_stream_is_unknown()
    {
        const string header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }";
        byte[] bytes = [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.Latin1.GetBytes(header), .. new byte[8]];
        using var archive = Archive(("x.npy", bytes));
        AssertRefused("the file ends within the array: it is truncated", () => Npz.Load(archive));
    }

    [Theory]
    [MemberData(nameof(IdxHeaders))]
    public void A_header_of_idx_that_lies_is_an_error(string bytes, string message) =>
        AssertRefused(message, () => SampleFiles.Load("x.idx", Convert.FromHexString(bytes)));

    [Theory]
    [MemberData(nameof(Tensors))]
    public void A_header_of_safetensors_that_lies_is_an_error(string header, string message)
    {
        var text = Encoding.UTF8.GetBytes(header);
        byte[] bytes = [.. BitConverter.GetBytes((long)text.Length), .. text, .. new byte[8]];
        AssertRefused(message, () => SampleFiles.Load("x.safetensors", bytes));
    }

    [Fact]
    public void A_header_of_safetensors_beyond_the_file_is_an_error()
    {
        AssertRefused("is not credible", () => SampleFiles.Load("x.safetensors", [255, 255, 255, 255, 255, 255, 255, 255]));
        AssertRefused("needs 99999999 bytes, and only 1 are left", () => SampleFiles.Load("x.safetensors", [.. BitConverter.GetBytes(99_999_999L), 0]));
    }

    [Fact]
    public void Invalid_UTF8_in_a_header_is_an_error() => AssertRefused(
        "is not the JSON of a safetensors file",
        () => SampleFiles.Load("x.safetensors", [8, 0, 0, 0, 0, 0, 0, 0, .. "{\""u8, 0xff, 0xfe, .. "\":1}"u8]));

    [Theory]
    [InlineData("../x.npy", "'../x' is a path that leads out of the archive")]
    [InlineData("/etc/x.npy", "is a path that leads out of the archive")]
    [InlineData("x.txt", "the member 'x.txt' is not an array")]
    public void A_member_that_is_no_array_is_an_error(string name, string message)
    {
        using var archive = Archive((name, SampleFiles.Bytes("bool.npy")));
        AssertRefused(message, () => Npz.Load(archive));
    }

    [Fact]
    public void A_name_that_is_there_twice_is_an_error()
    {
        var bytes = SampleFiles.Bytes("bool.npy");
        using var archive = Archive(("x.npy", bytes), ("x.npy", bytes));
        AssertRefused("the array 'x' is there twice", () => Npz.Load(archive));
    }

    [Fact]
    public void An_archive_that_grows_beyond_its_limit_is_refused_before_it_is_unpacked()
    {
        using var archive = new MemoryStream();
        Npz.Save(archive, [new("x", Tensor.Zeros(1 << 20))], compressed: true);
        Assert.InRange(archive.Length, 0, 10_000);
        archive.Position = 0;
        AssertRefused("the arrays take more than 1000000 bytes together", () => Npz.Load(archive, maximumBytes: 1_000_000));
    }

    [Fact]
    public void A_damaged_element_of_an_archive_is_noticed()
    {
        var bytes = SampleFiles.Bytes("stored.npz");
        var element = bytes.AsSpan().IndexOf(BitConverter.GetBytes(1.7e308));
        bytes[element] ^= 1;
        AssertRefused("length or checksum are not what they should be", () => SampleFiles.Load("x.npz", bytes));
    }

    private static MemoryStream Archive(params (string Name, byte[] Bytes)[] members)
    {
        var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var member = archive.CreateEntry(name).Open();
                member.Write(bytes);
            }
        }

        stream.Position = 0;
        return stream;
    }

    private static void AssertRefused(string message, Action load)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<InvalidDataException>(load);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bound);
        Assert.Contains(message, error.Message);
    }

    // A few bytes changed, some cut out or doubled, or the end cut off.
    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0: bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)); break;
                case 1: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 9), bytes.Count - at))); break;
                case 2: bytes.RemoveRange(at, bytes.Count - at); break;
                case 3: bytes[at] = (byte)random.Next(256); break;
                case 4: bytes[at] = 255; break;
                case 5: bytes[at] = (byte)"0123456789,[](){}'\""[random.Next(19)]; break;
                default: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            }
        }

        return [.. bytes];
    }
}
