using System.IO.Compression;
using NotebookGrad.Scenes;
using NotebookGrad.Views;

namespace NotebookGrad.Tests.Views;

public class ImageViewTests
{
    [Fact]
    public void A_PNG_holds_the_pixels_row_by_row()
    {
        byte[] pixels = [1, 2, 3, 255, 4, 5, 6, 255, 7, 8, 9, 255, 10, 11, 12, 0];
        var file = PngWriter.Write(pixels, width: 2);
        Assert.Equal("89504E470D0A1A0A0000000D49484452000000020000000208060000", Convert.ToHexString(file[..28]));

        // The checksum of a chunk without data is known from every PNG.
        Assert.Equal("0000000049454E44AE426082", Convert.ToHexString(file[^12..]));
        var length = (file[33] << 24) | (file[34] << 16) | (file[35] << 8) | file[36];
        using var data = new ZLibStream(new MemoryStream(file[41..(41 + length)]), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        data.CopyTo(rows);
        Assert.Equal([0, .. pixels[..8], 0, .. pixels[8..]], rows.ToArray());
    }

    [Fact]
    public void A_batch_is_a_sheet_with_room_between_its_images()
    {
        var sheet = new ImageSheet(Tensor.Ones(10, 1, 2, 3).Image());
        Assert.Equal(((8 * 4) - 1, (2 * 3) - 1), (sheet.Width, sheet.Height));
        Assert.Equal(10 * 2 * 3, sheet.Pixels.Chunk(4).Count(pixel => pixel[3] > 0));
    }

    [Fact]
    public void Small_pixels_are_enlarged_in_the_file_itself()
    {
        var sheet = new ImageSheet(Tensor.Of([0.0, 1, 1, 0], [2, 2]).Image());
        var reds = sheet.Enlarged(2).Chunk(4).Select(pixel => pixel[0]);
        Assert.Equal([0, 0, 255, 255, 0, 0, 255, 255, 255, 255, 0, 0, 255, 255, 0, 0], reds);
    }

    [Theory]
    [InlineData(2, 2, 32, 32)]
    [InlineData(100, 48, 384, 800)]
    [InlineData(50_000, 20, 20, 50_000)]
    [InlineData(1, 700, 700, 1)]
    public void An_image_is_enlarged_as_far_as_a_page_has_room(int rows, int columns, int width, int height)
    {
        var html = new ImageView(Tensor.Zeros(rows, columns).Image()).ToHtml();
        Assert.Contains($"width=\"{width}\" height=\"{height}\"", html);
    }

    [Fact]
    public void Range_and_what_is_not_finite_are_told()
    {
        var image = Tensor.Of([0, 0.5, 1, double.NaN], [2, 2]).Named("x").Image();
        Assert.Equal(
            """
            x: [2, 2] · 2×2 pixels · grey
                ▒▒
              ██××
            black 0   white 1   magenta: NaN ×1
            """,
            new ImageView(image).ToText());
        Assert.Contains("src=\"data:image/png;base64,iVBORw0KGgo", new ImageView(image).ToHtml());
    }
}
