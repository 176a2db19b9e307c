namespace NotebookGrad.Inspection;

/// <summary>A tensor seen as images, as <c>Image</c> makes it: levels from black to white, for drawing.</summary>
/// <param name="Name">The tensor's name, or null.</param>
/// <param name="Shape">The tensor's shape.</param>
/// <param name="Width">Pixels in a row of each image.</param>
/// <param name="Height">Rows of pixels of each image.</param>
/// <param name="Channels">1 for grey, 3 for red, green and blue.</param>
/// <param name="Count">How many images the tensor holds; <paramref name="Images"/> are the first of them.</param>
/// <param name="Low">What is black.</param>
/// <param name="High">What is white.</param>
/// <param name="NaNs">How many elements of the images shown are NaN.</param>
/// <param name="Infinities">How many elements of the images shown are ±∞; they are white and black.</param>
/// <param name="Images">
/// The images: for each pixel, row by row, red, green, blue and whether it is told; a pixel with a NaN is not told.
/// </param>
public sealed record ImageSnapshot(
    string? Name,
    Shape Shape,
    int Width,
    int Height,
    int Channels,
    int Count,
    double Low,
    double High,
    long NaNs,
    long Infinities,
    IReadOnlyList<byte[]> Images) : IInspectable
{
    /// <summary>The most images of a batch that are shown.</summary>
    public const int MostImages = 64;

    /// <summary>The most pixels of the images shown together.</summary>
    public const long MostPixels = 1L << 20;

    /// <summary>The bytes of a pixel.</summary>
    public const int PixelBytes = 4;

    /// <inheritdoc/>
    public override string ToString() => $"{Name ?? "tensor"}: {Count} images of {Width}×{Height} pixels";
}
