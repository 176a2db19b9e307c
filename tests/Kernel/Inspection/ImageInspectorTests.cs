using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

public class ImageInspectorTests
{
    [Fact]
    public void Numbers_from_zero_to_one_are_black_to_white()
    {
        var image = Tensor.Of([0, 0.5, 1, 0.2], [2, 2]).Image();
        Assert.Equal((2, 2, 1, 1), (image.Width, image.Height, image.Channels, image.Count));
        Assert.Equal((0, 1), (image.Low, image.High));
        Assert.Equal(
            [0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255, 51, 51, 51, 255], Assert.Single(image.Images));
    }

    [Fact]
    public void Other_numbers_are_spread_over_their_range_or_over_the_one_given()
    {
        var x = Tensor.Of([-1.0, 3, 1, double.PositiveInfinity], [2, 2]);
        Assert.Equal([0, 255, 128, 255], Reds(x.Image()));
        Assert.Equal([64, 191, 128, 255], Reds(x.Image(low: -3, high: 5)));
        Assert.Equal(1, x.Image().Infinities);
    }

    [Fact]
    public void Colours_may_come_first_or_last()
    {
        var first = Tensor.Arange(0, 3 * 4 * 5).Reshape(3, 4, 5);
        var last = first.Permute(1, 2, 0);
        Assert.Equal(first.Image().Images[0], last.Image().Images[0]);
        Assert.Equal((5, 4, 3), (last.Image().Width, last.Image().Height, last.Image().Channels));
    }

    [Fact]
    public void Grey_images_need_no_axis_of_channels()
    {
        var sheet = Tensor.Arange(0, 5 * 2 * 4).Reshape(5, 2, 4);
        var (image, same) = (sheet.Image(), sheet.Unsqueeze(1).Image());
        Assert.Equal((4, 2, 1, 5), (image.Width, image.Height, image.Channels, image.Count));
        Assert.Equal(same.Images, image.Images);
    }

    [Theory]
    [InlineData(new[] { 3, 5, 4 }, 3, 1)]
    [InlineData(new[] { 5, 4, 3 }, 3, 1)]
    [InlineData(new[] { 1, 5, 4 }, 1, 1)]
    [InlineData(new[] { 3, 1, 5, 4 }, 1, 3)]
    [InlineData(new[] { 5, 4, 2 }, 1, 5)]
    public void Three_planes_or_three_columns_are_colours_before_they_are_images(int[] shape, int channels, int count)
    {
        var image = Tensor.Zeros(shape).Image();
        Assert.Equal((channels, count), (image.Channels, image.Count));
    }

    [Fact]
    public void A_pixel_with_a_NaN_is_not_told()
    {
        var image = Tensor.Of([0, double.NaN], [1, 1, 2]).Image();
        Assert.Equal([0, 0, 0, 255, 0, 0, 0, 0], image.Images[0]);
        Assert.Equal(1, image.NaNs);
    }

    [Fact]
    public void Of_a_large_batch_the_first_images_are_taken()
    {
        var image = Tensor.Rand([100, 1, 2, 3]).Image();
        Assert.Equal((100, ImageSnapshot.MostImages), (image.Count, image.Images.Count));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(7.0)]
    [InlineData(double.MaxValue)]
    public void One_number_alone_is_an_image_too(double value) =>
        Assert.Equal(4, Tensor.Of([value], [1, 1]).Image().Images[0].Length);

    private static IEnumerable<int> Reds(ImageSnapshot image) =>
        image.Images[0].Chunk(ImageSnapshot.PixelBytes).Select(pixel => (int)pixel[0]);
}
