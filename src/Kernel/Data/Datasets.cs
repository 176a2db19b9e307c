using System.IO.Compression;
using NotebookGrad.Data;

namespace NotebookGrad;

/// <summary>
/// Datasets of lists and files, and small ones that come with the package. Their tensors lie on
/// <see cref="Device.Default"/>; a dataset goes elsewhere with <see cref="LabelledDataset.To"/>.
/// </summary>
public static class Datasets
{
    private const int DigitPixels = 8 * 8;
    private const double DigitInk = 16;

    /// <summary>The items of a list or array.</summary>
    public static Dataset<T> Of<T>(IReadOnlyList<T> items) => new ListDataset<T>(items);

    /// <summary>
    /// 1,797 handwritten digits: images [1797, 1, 8, 8] from 0 (paper) to 1 (ink), in sixteenths, and which digit each
    /// is. From "Optical Recognition of Handwritten Digits", E. Alpaydin and C. Kaynak, UCI Machine Learning
    /// Repository, doi:10.24432/C50P49, CC BY 4.0.
    /// </summary>
    /// <param name="dtype">The dtype of the images, a real one.</param>
    public static LabelledDataset Digits(DType dtype = DType.Float32)
    {
        using var reader = new StreamReader(new GZipStream(Shipped("digits.csv.gz"), CompressionMode.Decompress));
        var table = Csv.Load(reader, dtype: dtype);
        return new LabelledDataset(
            (table[.., ..DigitPixels] / DigitInk).Reshape(-1, 1, 8, 8),
            table[.., DigitPixels].To(DType.Int64),
            Numbers(10)).To(Device.Default);
    }

    /// <summary>
    /// 150 irises of three species: lengths and widths of sepals and petals in cm, [150, 4]. From R. A. Fisher, "The
    /// use of multiple measurements in taxonomic problems" (1936); UCI Machine Learning Repository,
    /// doi:10.24432/C56C76, CC BY 4.0.
    /// </summary>
    /// <param name="dtype">The dtype of the measurements, a real one.</param>
    public static LabelledDataset Iris(DType dtype = DType.Float32)
    {
        using var reader = new StreamReader(Shipped("iris.csv"));
        return Csv.LoadTable(reader).ToDataset("species", dtype: dtype).To(Device.Default);
    }

    /// <summary>
    /// Images and labels in idx files, as MNIST and its kin come: images [n, 1, height, width] from 0 to 1, and the
    /// number of the class of each.
    /// </summary>
    /// <param name="images">
    /// The file of images, bytes [n, height, width], such as <c>train-images-idx3-ubyte.gz</c>.
    /// </param>
    /// <param name="labels">The file of labels, bytes [n], such as <c>train-labels-idx1-ubyte.gz</c>.</param>
    /// <param name="classNames">The classes' names, by number; the numbers if not given.</param>
    /// <exception cref="ArgumentException">
    /// The arrays have other axes, or not as many rows, or a label is beyond 255 or has no name.
    /// </exception>
    /// <exception cref="InvalidDataException">A file is corrupt or truncated.</exception>
    public static LabelledDataset FromIdx(string images, string labels, IReadOnlyList<string>? classNames = null)
    {
        var (pixels, classes) = (Idx.Load(images, DType.Float32), Idx.Load(labels));
        var areBytes = classes.DType == DType.Int64 && classes.ToArray<long>().All(label => label is >= 0 and <= 255);
        if (pixels.Shape.Rank != 3 || classes.Shape.Rank != 1 || !areBytes)
        {
            throw new ArgumentException(
                $"idx: {images} is {pixels.Shape} and {labels} {classes.Shape}; images are [n, height, width], and "
                + "labels whole numbers [n] from 0 to 255");
        }

        var count = classes.Count == 0 ? 0 : classes.Max().Item<int>() + 1;
        return new LabelledDataset(pixels.Div_(byte.MaxValue).Unsqueeze(1), classes, classNames ?? Numbers(count))
            .To(Device.Default);
    }

    private static string[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(number => $"{number}")];

    private static Stream Shipped(string name) => typeof(Datasets).Assembly.GetManifestResourceStream(name)!;
}
