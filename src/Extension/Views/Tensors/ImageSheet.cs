using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>Lays images side by side with a pixel between them.</summary>
internal sealed class ImageSheet
{
    private const int Gap = 1;
    private const int MostPixelsAcross = 320;
    private const int MostAcross = 8;

    // No picture of the world has much of this colour.
    private static readonly byte[] NotTold = [0xFF, 0x00, 0xFF, 0xFF];

    public ImageSheet(ImageSnapshot image)
    {
        var across = Math.Clamp(MostPixelsAcross / (image.Width + Gap), 1, Math.Min(MostAcross, image.Images.Count));
        var down = (image.Images.Count + across - 1) / across;
        Width = (across * (image.Width + Gap)) - Gap;
        Height = (down * (image.Height + Gap)) - Gap;
        Pixels = new byte[Width * Height * ImageSnapshot.PixelBytes];
        foreach (var (number, pixels) in image.Images.Index())
        {
            var (left, top) = (number % across * (image.Width + Gap), number / across * (image.Height + Gap));
            for (var pixel = 0; pixel < image.Width * image.Height; pixel++)
            {
                var source = pixels.AsSpan(pixel * ImageSnapshot.PixelBytes, ImageSnapshot.PixelBytes);
                var place = ((top + (pixel / image.Width)) * Width) + left + (pixel % image.Width);
                var isTold = source[^1] > 0;
                (isTold ? source : NotTold).CopyTo(Pixels.AsSpan(place * ImageSnapshot.PixelBytes));
            }
        }
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Rows of pixels.</summary>
    public int Height { get; }

    /// <summary>Red, green, blue and opacity of each pixel, row by row; between images it is transparent.</summary>
    public byte[] Pixels { get; }

    /// <summary>The same with a square of so many pixels a side for each.</summary>
    public byte[] Enlarged(int zoom)
    {
        var width = Width * zoom;
        var enlarged = new byte[Pixels.Length * zoom * zoom];
        for (var pixel = 0; pixel < enlarged.Length / ImageSnapshot.PixelBytes; pixel++)
        {
            var source = (pixel / width / zoom * Width) + (pixel % width / zoom);
            Pixels.AsSpan(source * ImageSnapshot.PixelBytes, ImageSnapshot.PixelBytes)
                .CopyTo(enlarged.AsSpan(pixel * ImageSnapshot.PixelBytes));
        }

        return enlarged;
    }
}
