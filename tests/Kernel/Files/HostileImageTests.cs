using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NotebookGrad.Files;

namespace NotebookGrad.Tests.Files;

/// <summary>Images that are corrupt, truncated or made to harm: a clear error, and no memory to speak of.</summary>
public class HostileImageTests
{
    private const int Mutations = 400;
    private const long Bound = 64 << 20;

    public static TheoryData<string> Files => new(SampleImages.Expected.Keys);

    public static TheoryData<string, string> Texts => new()
    {
        { "P7 1 1 255\n", "this is neither a PNG nor a Netpbm file" },
        { "P5 3 x 255\n", "the height has the character 120 where a digit belongs" },
        { "P5 3 -2 255\n", "the height has the character 45 where a digit belongs" },
        { "P5 0 2 255\n", "an image of 0 × 2 pixels; 1 to 134217728 pixels are read" },
        { "P5 2000000000 2000000000 255\n", "an image of 2000000000 × 2000000000 pixels; 1 to 134217728 pixels are read" },
        { "P5 20000000000 2 255\n", "the width is above 2147483647" },
        { "P5 10000 10000 255\n123", "the pixels needs 100000000 bytes, and only 3 are left" },
        { "P2 10000 10000 255\n1 2 3", "the pixels needs 100000000 bytes, and only 5 are left" },
        { "P5 1 1 0\n", "the greatest sample is 0; it is from 1 to 65535" },
        { "P5 1 1 65536\n", "the greatest sample is 65536; it is from 1 to 65535" },
        { "P5 1 1 9\nA", "a sample is 65, and none should be above 9" },
        { "P2 1 2 9\n3", "the pixels needs 2 bytes, and only 1 are left" },
        { "P2 1 2 9\n3  ", "the file ends where a sample belongs: it is truncated" },
        { "P1 1 2 # 12", "the file ends where a bit belongs: it is truncated" },
        { "P1 1 2\n12", "a bit is 0 or 1, not the character 50" },
        { "P6", "the file ends where the width belongs: it is truncated" },
        { "", "the start of an image needs 2 bytes, and only 0 are left" },
    };

    public static TheoryData<string, string, string> Chunks => new()
    {
        { "IHDR", "00000001000000010803000000", "a palette of 0 bytes with 0 opacities: the file is corrupt" },
        { "IHDR", "FFFFFFFFFFFFFFFF0800000000", "an image of 4294967295 × 4294967295 pixels; 1 to 134217728 pixels are read" },
        { "IHDR", "00000000000000010800000000", "an image of 0 × 1 pixels" },
        { "IHDR", "00002000000020000806000000", "the file ends within the pixels: it is truncated" },
        { "IHDR", "00000002000000020801000000", "colour type 1 with 8 bits, compression 0, filter 0, interlace 0: there is no such PNG" },
        { "IHDR", "00000002000000020302000000", "there is no such PNG" },
        { "IHDR", "00000002000000020800010000", "there is no such PNG" },
        { "IHDR", "0000000200000002", "the chunk IHDR has 8 bytes, not 13: the file is corrupt" },
        { "tRNS", "000000", "a transparent colour of 3 bytes does not fit colour type 0" },
        { "IDAT", "FFFF", "the pixels are not compressed as they should be" },
        { "ABCD", "00", "the chunk ABCD is needed to understand the image, and is not known" },
        { "A\u0001CD", "00", "a chunk has the type 41014344, which is no four letters" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_mutated_image_gives_pixels_or_a_clear_error(string file)
    {
        var original = SampleImages.Bytes(file);
        var random = new Random(file.Length);
        for (var i = 0; i < Mutations; i++)
        {
            var bytes = original[..(i % 4 == 0 ? random.Next(original.Length) : original.Length)];
            for (var change = random.Next(4); change > 0 && bytes.Length > 0; change--)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            // With checksums that are right again, more than the check of them is tried.
            if (i % 2 == 0 && file.EndsWith(".png"))
            {
                Renew(bytes);
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                var image = SampleImages.Load(bytes);
                Assert.All(image.ToArray<float>(), pixel => Assert.InRange(pixel, 0, 1));
            }
            catch (InvalidDataException error)
            {
                Assert.StartsWith("image: ", error.Message);
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bound);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void An_image_that_ends_too_early_is_an_error_wherever_it_ends(string file)
    {
        var bytes = SampleImages.Bytes(file);

        // The last digit of a text ends where the file does.
        var end = file.Contains("-text") ? bytes.AsSpan().LastIndexOfAny((byte)' ', (byte)'\n') : bytes.Length;
        for (var length = 0; length < end; length++)
        {
            Assert.Throws<InvalidDataException>(() => SampleImages.Load(bytes[..length]));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_header_of_Netpbm_that_lies_is_an_error(string text, string message) =>
        AssertRefused(message, Encoding.ASCII.GetBytes(text));

    [Theory]
    [MemberData(nameof(Chunks))]
    public void A_chunk_that_lies_is_an_error(string type, string content, string message) =>
        AssertRefused(message, Png((type, Convert.FromHexString(content))));

    [Theory]
    [InlineData("05FFFF05FFFF", "a row has the filter 5; they are 0 to 4")]
    [InlineData("00", "the file ends within the pixels: it is truncated")]
    public void Rows_that_lie_are_an_error(string rows, string message) =>
        AssertRefused(message, Png(("IDAT", Compressed(Convert.FromHexString(rows)))));

    [Fact]
    public void A_colour_that_the_palette_lacks_is_an_error() => AssertRefused(
        "a pixel has colour 2 of a palette of 1",
        Png(
            ("IHDR", Convert.FromHexString("00000002000000010803000000")),
            ("PLTE", [1, 2, 3]),
            ("IDAT", Compressed([0, 0, 2]))));

    [Fact]
    public void A_damaged_chunk_is_noticed()
    {
        var bytes = SampleImages.Bytes("grey-8.png");
        bytes[^20] ^= 1;
        AssertRefused("the chunk IDAT is damaged: its checksum is not what it should be", bytes);
    }

    [Fact]
    public void An_interlaced_image_is_refused() => AssertRefused(
        "the image is interlaced, which is not read; save it without", SampleImages.Bytes("refused-interlaced.png"));

    private static void AssertRefused(string message, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<InvalidDataException>(() => SampleImages.Load(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Bound);
        Assert.StartsWith("image: ", error.Message);
        Assert.Contains(message, error.Message);
    }

    // A PNG of two by two grey pixels, but for what is given.
    private static byte[] Png(params (string Type, byte[] Content)[] given)
    {
        var chunks = new OrderedDictionary<string, byte[]>
        {
            ["IHDR"] = Convert.FromHexString("00000002000000020800000000"),
            ["IDAT"] = Compressed([0, 1, 2, 0, 3, 4]),
        };
        foreach (var (type, content) in given)
        {
            chunks[type] = content;
        }

        var bytes = new List<byte>([0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n']);
        foreach (var (type, content) in chunks.Append(new("IEND", [])))
        {
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
            bytes.AddRange([.. number, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0]);
        }

        byte[] file = [.. bytes];
        Renew(file);
        return file;
    }

    private static byte[] Compressed(byte[] rows)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal))
        {
            zlib.Write(rows);
        }

        return data.ToArray();
    }

    private static void Renew(Span<byte> png)
    {
        for (var chunk = 8; chunk + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[chunk..]);
            if (length > png.Length - chunk - 12)
            {
                return;
            }

            var checksum = chunk + 8 + (int)length;
            BinaryPrimitives.WriteUInt32BigEndian(png[checksum..], Crc32.Append(0, png[(chunk + 4)..checksum]));
            chunk = checksum + 4;
        }
    }
}
