namespace NotebookGrad.Inspection;

/// <summary>Sees tensors as images.</summary>
internal static class ImageInspector
{
    /// <summary>The images of a tensor, black at <paramref name="low"/> and white at <paramref name="high"/>.</summary>
    public static ImageSnapshot Inspect(Tensor tensor, double? low, double? high)
    {
        var (batch, count) = Batch(tensor);
        var shown = batch.Narrow(0, 0, Math.Min(count, ImageSnapshot.MostImages));
        var (channels, rows, columns) = (shown.Shape[1], shown.Shape[2], shown.Shape[3]);
        var pixels = (long)shown.Shape[0] * rows * columns;
        if (pixels is 0 or > ImageSnapshot.MostPixels)
        {
            throw new ArgumentException(
                $"image: {tensor.Describe()} has {pixels} pixels to show, of 1 to {ImageSnapshot.MostPixels}; "
                + "take a part of it, such as x[..8]");
        }

        var values = ValueInspector.Read(shown);
        var summary = ValueInspector.Summarize(values, shown.Shape);
        var (black, white) = Range(tensor, summary, low, high);
        var images = new byte[shown.Shape[0]][];
        for (var image = 0; image < images.Length; image++)
        {
            var elements = values.AsSpan(image * channels * rows * columns, channels * rows * columns);
            images[image] = Pixels(elements, channels, black, white);
        }

        return new ImageSnapshot(
            Naming.Of(tensor), tensor.Shape, columns, rows, channels, count, black, white,
            summary.NaNs, summary.Infinities, images);
    }

    /// <summary>The tensor as [n, channels, height, width], and n.</summary>
    private static (Tensor Batch, int Count) Batch(Tensor tensor)
    {
        var x = tensor.Detach();
        var lengths = tensor.Shape.ToArray();
        Tensor? batch = lengths switch
        {
            [var height, var width] => x.Reshape(1, 1, height, width),
            [1 or 3, _, _] => x.Unsqueeze(0),
            [_, _, 3] => x.Permute(2, 0, 1).Unsqueeze(0),
            [_, _, _] => x.Unsqueeze(1),
            [_, 1 or 3, _, _] => x,
            _ => null,
        };
        return batch is not null
            ? (batch, batch.Shape[0])
            : throw new ArgumentException(
                $"image: {tensor.Describe()} is none; images are [h, w], [3, h, w] or [h, w, 3], and batches "
                + "[n, h, w], [n, 1, h, w] or [n, 3, h, w]; take a part or reshape it");
    }

    /// <summary>Black and white: as told, else 0 and 1 where all lies between, else the least and greatest.</summary>
    private static (double Low, double High) Range(Tensor tensor, ValueSummary summary, double? low, double? high)
    {
        var isUnit = !(summary.Minimum < 0 || summary.Maximum > 1);
        var (black, white) = (low ?? (isUnit ? 0 : summary.Minimum), high ?? (isUnit ? 1 : summary.Maximum));
        var isTold = low is not null || high is not null;
        if (isTold && !(double.IsFinite(white - black) && white > black))
        {
            throw new ArgumentException(
                $"image: {tensor.Describe()} from {black} to {white} has no range; low must be less than high, and "
                + "both finite");
        }

        return (black, white);
    }

    private static byte[] Pixels(ReadOnlySpan<double> elements, int channels, double low, double high)
    {
        var area = elements.Length / channels;
        var pixels = new byte[area * ImageSnapshot.PixelBytes];
        for (var pixel = 0; pixel < area; pixel++)
        {
            var target = pixels.AsSpan(pixel * ImageSnapshot.PixelBytes, ImageSnapshot.PixelBytes);
            target[^1] = byte.MaxValue;
            for (var colour = 0; colour < 3; colour++)
            {
                var value = elements[pixel + (channels == 1 ? 0 : colour * area)];
                target[colour] = Level(value, low, high);
                target[^1] = double.IsNaN(value) ? (byte)0 : target[^1];
            }
        }

        return pixels;
    }

    // Halves, because the difference of the ends may be beyond double's range; one number alone is grey.
    private static byte Level(double value, double low, double high)
    {
        var share = high > low ? ((value / 2) - (low / 2)) / ((high / 2) - (low / 2)) : 0.5;
        return double.IsNaN(share) ? (byte)0 : (byte)Math.Round(Math.Clamp(share, 0, 1) * byte.MaxValue);
    }
}
