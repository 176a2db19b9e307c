using System.IO.Compression;
using NotebookGrad.Data;

namespace NotebookGrad;

/// <summary>Datasets of lists and files, and small ones that come with the package.</summary>
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
            [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")]);
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
        return Csv.LoadTable(reader).ToDataset("species", dtype: dtype);
    }

    private static Stream Shipped(string name) => typeof(Datasets).Assembly.GetManifestResourceStream(name)!;
}
