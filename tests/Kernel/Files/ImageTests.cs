namespace NotebookGrad.Tests.Files;

public class ImageTests
{
    public static TheoryData<string> Files => new(SampleImages.Expected.Keys);

    [Theory]
    [MemberData(nameof(Files))]
    public void An_image_has_the_pixels_that_were_written(string file)
    {
        var image = SampleImages.Load(SampleImages.Bytes(file));
        var expected = SampleImages.Expected[file];
        Assert.Equal(DType.Float32, image.DType);
        Assert.True(image.Layout.IsContiguous);
        Assert.Equal(expected.Shape, image.Shape.ToArray());
        Assert.Equal(expected.Pixels, image.ToArray<float>());
    }

    [Fact]
    public void A_file_is_named_where_it_is_none_of_an_image()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("x.png");
        File.WriteAllText(path, "GIF89a");
        Assert.Equal(
            $"{path}: this is neither a PNG nor a Netpbm file (P1 to P6); convert it to PNG with another program",
            Assert.Throws<InvalidDataException>(() => Images.Load(path)).Message);
        File.WriteAllBytes(path, SampleImages.Bytes("colour-8.png"));
        Assert.Equal(3, Images.Load(path).Shape[0]);
    }

    [Fact]
    public void Grey_becomes_colour_and_colour_grey()
    {
        var grey = SampleImages.Load(SampleImages.Bytes("grey-8.png"));
        var coloured = SampleImages.Load(SampleImages.Bytes("grey-8.png"), channels: 3);
        Assert.Equal([3, .. grey.Shape.ToArray()[1..]], coloured.Shape.ToArray());
        Assert.All([0, 1, 2], channel => Assert.Equal(grey.ToArray<float>(), coloured[channel].ToArray<float>()));

        // An image of one pixel: red 1, green 0.4, blue 0.2.
        byte[] pixel = [.. "P6 1 1 255\n"u8, 255, 102, 51];
        Assert.Equal(0.299 + (0.587 * 0.4) + (0.114 * 0.2), SampleImages.Load(pixel, channels: 1).Item<double>(), 1e-6);
    }

    [Theory]
    [InlineData("grey-8.png", 2)]
    [InlineData("colour-8.png", 4)]
    public void What_has_no_opacity_is_opaque(string file, int channels)
    {
        var image = SampleImages.Load(SampleImages.Bytes(file), channels);
        Assert.Equal(channels, image.Shape[0]);
        Assert.Equal(SampleImages.Expected[file].Pixels, image[..^1].ToArray<float>());
        Assert.All(image[^1].ToArray<float>(), opacity => Assert.Equal(1, opacity));
    }

    [Theory]
    [InlineData("grey-alpha-8.png", 1)]
    [InlineData("colour-alpha-8.png", 3)]
    public void Opacity_is_left_out_where_nobody_asks_for_it(string file, int channels) => Assert.Equal(
        SampleImages.Load(SampleImages.Bytes(file))[..^1].ToArray<float>(),
        SampleImages.Load(SampleImages.Bytes(file), channels).ToArray<float>());

    [Fact]
    public void Opacity_stays_where_colours_change()
    {
        var image = SampleImages.Load(SampleImages.Bytes("grey-alpha-8.png"));
        var coloured = SampleImages.Load(SampleImages.Bytes("grey-alpha-8.png"), channels: 4);
        Assert.Equal(image[1].ToArray<float>(), coloured[3].ToArray<float>());
        Assert.Equal(image[0].ToArray<float>(), coloured[2].ToArray<float>());
    }

    [Fact]
    public void An_image_of_five_channels_is_refused() => Assert.Equal(
        "image: 5 channels; give 1 for grey, 3 for red, green and blue, 2 or 4 with opacity",
        Assert.Throws<ArgumentException>(() => SampleImages.Load(SampleImages.Bytes("grey-8.png"), 5)).Message);
}
