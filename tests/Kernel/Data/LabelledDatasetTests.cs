using NotebookGrad.Tests.Files;

namespace NotebookGrad.Tests.Data;

public class LabelledDatasetTests
{
    [Fact]
    public void Images_and_labels_of_idx_files_are_a_dataset()
    {
        using var folder = new TemporaryFolder();
        Idx.Save(folder.File("images.gz"), Tensor.Arange(24).Reshape(2, 3, 4) * 11);
        Idx.Save(folder.File("labels"), Tensor.Of([2L, 0]));
        var data = Datasets.FromIdx(folder.File("images.gz"), folder.File("labels"));
        Assert.Equal([2, 1, 3, 4], data.Features.Shape.ToArray());
        Assert.Equal(Enumerable.Range(0, 24).Select(i => i * 11 / 255f), data.Features.ToArray<float>());
        Assert.Equal([2L, 0], data.Labels.ToArray<long>());
        Assert.Equal(["0", "1", "2"], data.ClassNames);
        Assert.Equal(["a", "b", "c"], Datasets.FromIdx(folder.File("images.gz"), folder.File("labels"), ["a", "b", "c"]).ClassNames);
    }

    [Fact]
    public void Files_in_the_wrong_place_are_told()
    {
        using var folder = new TemporaryFolder();
        var (images, labels) = (folder.File("images"), folder.File("labels"));
        Idx.Save(images, Tensor.Zeros(2, 3, 4));
        Idx.Save(labels, Tensor.Of([2L, 256]));
        Assert.Equal(
            $"idx: {labels} is [2] and {images} [2, 3, 4]; images are [n, height, width], and labels whole numbers [n] "
            + "from 0 to 255",
            Assert.Throws<ArgumentException>(() => Datasets.FromIdx(labels, images)).Message);
        Assert.Contains("from 0 to 255", Assert.Throws<ArgumentException>(() => Datasets.FromIdx(images, labels)).Message);
    }

    [Fact]
    public void A_label_must_be_the_number_of_a_class()
    {
        var x = Tensor.Zeros(2, 3);
        Assert.Equal(
            "labelleddataset: label 2 has no name; there are 2, counted from 0: a, b",
            Assert.Throws<ArgumentException>(() => new LabelledDataset(x, Tensor.Of([0L, 2]), ["a", "b"])).Message);
        Assert.Contains(
            "label -1 has no name",
            Assert.Throws<ArgumentException>(() => new LabelledDataset(x, Tensor.Of([-1L, 0]), ["a", "b"])).Message);
        Assert.Equal(
            "labelleddataset: labels [2] float32 must be int64 [n], a number for each row",
            Assert.Throws<ArgumentException>(() => new LabelledDataset(x, Tensor.Zeros(2).Named("labels"), ["a"])).Message);
    }
}
