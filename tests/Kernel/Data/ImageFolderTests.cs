using NotebookGrad.Tests.Files;

namespace NotebookGrad.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_class_is_a_folder_and_both_are_in_order()
    {
        Put("dogs/b.png", "grey-8.png");
        Put("dogs/a/z.PGM", "grey.pgm");
        Put("cats/2.png", "grey-4.png");
        Put("cats/10.png", "grey-1.png");
        Put("cats/notes.txt", "expected.json");
        var images = new ImageFolder(folder.File("."));

        Assert.Equal(["cats", "dogs"], images.ClassNames);
        Assert.Equal(["10.png", "2.png", "z.PGM", "b.png"], images.Files.Select(Path.GetFileName));
        Assert.Equal([0L, 0, 1, 1], Enumerable.Range(0, images.Count).Select(index => images[index].Label));
        Assert.Equal(SampleImages.Expected["grey.pgm"].Pixels, images[2].Image.ToArray<float>());
    }

    [Fact]
    public void A_loader_makes_batches_of_images_and_labels_by_any_number_of_workers()
    {
        Put("a/1.png", "colour-8.png");
        Put("b/1.png", "grey-8.png");
        Put("b/2.png", "colour-alpha-8.png");
        var images = new ImageFolder(folder.File("."), channels: 3);
        foreach (var workers in (int[])[0, 2])
        {
            var (x, y) = new DataLoader(images, 3, workers: workers).Single();
            Assert.Equal([3, 3, 6, 11], x.Shape.ToArray());
            Assert.Equal([0L, 1, 1], y.ToArray<long>());
            Assert.Equal(SampleImages.Expected["colour-8.png"].Pixels, x[0].ToArray<float>());
        }
    }

    [Fact]
    public void A_file_that_is_damaged_is_named_with_its_number()
    {
        Put("a/1.png", "grey-8.png");
        Put("a/2.png", "expected.json");
        var path = Path.GetFullPath(folder.File("a/2.png"));
        var error = Assert.Throws<InvalidOperationException>(() => new ImageFolder(folder.File("")).All());
        Assert.Equal(
            $"item 1 of ImageFolder of 2 items: {path}: this is neither a PNG nor a Netpbm file (P1 to P6); convert it "
            + "to PNG with another program",
            error.Message);
    }

    [Fact]
    public void Folders_that_lack_are_told()
    {
        Assert.Equal(
            $"imagefolder: there is no folder in {folder.File("")}; put each class into one of its own",
            Assert.Throws<ArgumentException>(() => new ImageFolder(folder.File(""))).Message);
        Put("a/notes.txt", "expected.json");
        Assert.Equal(
            $"imagefolder: there is no image in {folder.File("a")}; files that end in .png, .pbm, .pgm, .ppm, .pnm are read",
            Assert.Throws<ArgumentException>(() => new ImageFolder(folder.File(""))).Message);
        Assert.Throws<DirectoryNotFoundException>(() => new ImageFolder(folder.File("b")));
    }

    private void Put(string name, string sample)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllBytes(folder.File(name), SampleImages.Bytes(sample));
    }
}
