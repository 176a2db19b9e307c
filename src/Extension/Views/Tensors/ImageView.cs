using NotebookGrad.Inspection;
using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A tensor as images: the pixels, what is black and white, and what is not finite.</summary>
internal sealed class ImageView(ImageSnapshot image) : View
{
    private const int WidestPicture = 420;
    private const int TallestPicture = 840;
    private const int LargestPixel = 16;
    private const int MostColumns = 48;
    private const string Shades = " ░▒▓█";

    /// <inheritdoc/>
    public override string Title => PlainName.Of(image.Name) ?? "image";

    private string Summary
    {
        get
        {
            var shown = image.Images.Count;
            string[] parts =
            [
                ValueText.Of(image.Shape),
                image.Count == 1 ? "" : $"{NumberText.Count(image.Count)} images",
                shown < image.Count ? $"the first {NumberText.Count(shown)}" : "",
                $"{NumberText.Count(image.Width)}×{NumberText.Count(image.Height)} pixels",
                image.Channels == 1 ? "grey" : "red, green, blue",
            ];
            return string.Join(" · ", parts.Where(part => part.Length > 0));
        }
    }

    private string Range
    {
        get
        {
            var nans = image.NaNs > 0 ? $"   magenta: NaN ×{NumberText.Count(image.NaNs)}" : "";
            var infinities = image.Infinities > 0 ? $"   ±∞ ×{NumberText.Count(image.Infinities)}" : "";
            return $"black {NumberText.Of(image.Low)}   white {NumberText.Of(image.High)}{nans}{infinities}";
        }
    }

    /// <inheritdoc/>
    public override string ToHtml()
    {
        var card = new HtmlCard($"image {Title}, {Summary}", Title, Summary, WidestCard);
        if (image.Images.Count > 0)
        {
            var sheet = new ImageSheet(image);
            var room = Math.Min(WidestPicture / sheet.Width, TallestPicture / sheet.Height);
            var zoom = Math.Clamp(room, 1, LargestPixel);
            // Enlarged by a style, pixels would be blurred where styles are dropped.
            var pixels = PngWriter.Write(sheet.Enlarged(zoom), sheet.Width * zoom);
            card.OpenSection()
                .Raw($"<img alt=\"{Markup.Escape($"{Title}: {Summary}. {Range}")}\" width=\"{sheet.Width * zoom}\" ")
                .Raw($"height=\"{sheet.Height * zoom}\" style=\"display:block;image-rendering:pixelated;")
                .Raw("max-width:100%;height:auto;margin:0\" src=\"data:image/png;base64,")
                .Raw(Convert.ToBase64String(pixels))
                .Raw("\">")
                .Close();
        }

        return card.OpenSection()
            .Run(new TextRun(Role.Plain, Range), HtmlCard.Mono + "display:block;white-space:pre-wrap;")
            .Close()
            .ToString();
    }

    /// <inheritdoc/>
    public override string ToText()
    {
        var first = image.Images.Count == 0 ? [] : Lines(image.Images[0]);
        return string.Join('\n', [$"{Title}: {Summary}", .. first, Range]);
    }

    /// <summary>An image in shades of characters, two a pixel; of a large one every so many pixels.</summary>
    private IEnumerable<string> Lines(byte[] pixels)
    {
        var step = (image.Width + MostColumns - 1) / MostColumns;
        for (var row = 0; row < image.Height; row += step)
        {
            var line = pixels.AsMemory(row * image.Width * ImageSnapshot.PixelBytes);
            var signs = Enumerable.Range(0, (image.Width + step - 1) / step)
                .Select(column => Sign(line.Span[(column * step * ImageSnapshot.PixelBytes)..]));
            yield return "  " + string.Concat(signs.Select(sign => new string(sign, 2))).TrimEnd();
        }
    }

    // The weights of luminance (ITU-R BT.601).
    private static char Sign(ReadOnlySpan<byte> pixel)
    {
        var light = ((0.299 * pixel[0]) + (0.587 * pixel[1]) + (0.114 * pixel[2])) / byte.MaxValue;
        return pixel[3] == 0 ? '×' : Shades[(int)Math.Round(light * (Shades.Length - 1))];
    }
}
