namespace NotebookGrad.Files;

/// <summary>Images as tensors.</summary>
internal static class Pixels
{
    // A small file can say that it is of any size, and compress very much of one colour.
    private const long Greatest = 1 << 27;

    /// <summary>Width and height that a file tells, if they are credible.</summary>
    /// <exception cref="InvalidDataException">They are not.</exception>
    public static (int Width, int Height) Size(BoundedReader reader, long width, long height) =>
        width > 0 && height > 0 && width <= Greatest && height <= Greatest && width * height <= Greatest
            ? ((int)width, (int)height)
            : throw reader.Problem($"an image of {width} × {height} pixels; 1 to {Greatest} pixels are read");

    /// <summary>The image [channels, height, width] of pixels whose channels lie together.</summary>
    public static Tensor Make(float[] pixels, int height, int width, int channels)
    {
        var x = TensorCreation.Make<float>(pixels, [height, width, channels], false, null, Device.Cpu).Permute(2, 0, 1);
        return x.Converted(x.DType);
    }

    /// <summary>
    /// An image with 1 (grey), 2 (grey, opacity), 3 (red, green, blue) or 4 channels (and opacity), from one with any
    /// of these. Grey is the luma of ITU-R BT.601; what has no opacity is opaque.
    /// </summary>
    public static Tensor WithChannels(Tensor x, int channels)
    {
        var (isGrey, hasOpacity) = (x.Shape[0] <= 2, x.Shape[0] % 2 == 0);
        var colours = (isGrey, channels <= 2) switch
        {
            (true, false) => x[..1].Repeat(3, 1, 1),
            (false, true) => (x[..1] * 0.299) + (x[1..2] * 0.587) + (x[2..3] * 0.114),
            _ => isGrey ? x[..1] : x[..3],
        };
        return (channels % 2 == 0, hasOpacity) switch
        {
            (true, true) => Tensor.Cat([colours, x[^1..]]),
            (true, false) => Tensor.Cat([colours, Tensor.OnesLike(x[..1])]),
            _ => colours.Clone(),
        };
    }
}
