namespace NotebookGrad.Files;

/// <summary>
/// Reads the formats of Netpbm, P1 to P6: bits, grey and colours, as text or bytes. Of several images in a file the
/// first is read.
/// </summary>
internal static class Netpbm
{
    private const int GreatestSample = ushort.MaxValue;

    /// <summary>Reads the image after <c>P</c> and its number: [1 or 3, height, width], from 0 to 1.</summary>
    /// <exception cref="InvalidDataException">It is corrupt, truncated or too large.</exception>
    public static Tensor Read(BoundedReader reader, int number)
    {
        var text = new NetpbmText(reader);
        var (width, height) = Pixels.Size(reader, text.Number("the width"), text.Number("the height"));
        var greatest = number is 1 or 4 ? 1 : text.Number("the greatest sample");
        if (greatest is 0 or > GreatestSample)
        {
            throw reader.Problem($"the greatest sample is {greatest}; it is from 1 to {GreatestSample}");
        }

        var channels = number is 3 or 6 ? 3 : 1;
        var count = (long)width * height * channels;
        const string what = "the pixels";
        float Light(int sample) => sample <= greatest
            ? sample / (float)greatest
            : throw reader.Problem($"a sample is {sample}, and none should be above {greatest}");
        var pixels = number switch
        {
            // In bits 1 is black.
            1 => reader.Elements<float>(count, count, what, Each(() => 1 - text.Bit())),
            2 or 3 => reader.Elements<float>(count, count, what, Each(() => Light(text.Number("a sample")))),
            4 => Bits(reader.Bytes((long)height * ((width + 7) / 8), what), height, width),
            _ => Samples(reader.Bytes(count * (greatest > byte.MaxValue ? 2 : 1), what), count, Light),
        };
        return Pixels.Make(pixels, height, width, channels);
    }

    private static Action<float[], int, int> Each(Func<float> next) => (values, from, length) =>
    {
        for (var i = from; i < from + length; i++)
        {
            values[i] = next();
        }
    };

    private static float[] Bits(byte[] bytes, int height, int width)
    {
        var pixels = new float[height * width];
        for (var i = 0; i < pixels.Length; i++)
        {
            var (y, x) = Math.DivRem(i, width);
            pixels[i] = 1 - ((bytes[(y * ((width + 7) / 8)) + (x / 8)] >> (7 - (x % 8))) & 1);
        }

        return pixels;
    }

    private static float[] Samples(byte[] bytes, long count, Func<int, float> light)
    {
        var pixels = new float[count];
        var isWide = bytes.Length > count;
        for (var i = 0; i < pixels.Length; i++)
        {
            pixels[i] = light(isWide ? (bytes[2 * i] << 8) | bytes[(2 * i) + 1] : bytes[i]);
        }

        return pixels;
    }
}
