namespace NotebookGrad.Tests.Data;

/// <summary>The numbers are scikit-learn's: of its load_digits and load_iris, by Debian's python3-sklearn 1.2.1.</summary>
public class ShippedTests
{
    [Fact]
    public void Digits_are_images_with_their_names()
    {
        var digits = Datasets.Digits();
        Assert.Equal([1797, 1, 8, 8], digits.Features.Shape.ToArray());
        Assert.Equal(DType.Float32, digits.Features.DType);
        Assert.Equal(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"], digits.ClassNames);
        Assert.Equal(561_718, (digits.Features.To(DType.Float64) * 16).Sum().Item<double>());
        Assert.Equal([178L, 182, 177, 183, 181, 182, 181, 179, 174, 180], Counts(digits));
        Assert.Equal([0f, 0, 5, 13, 9, 1, 0, 0], (digits.Features[0, 0, 0] * 16).ToArray<float>());
        Assert.Equal(8, digits[^1][1].Item<long>());
    }

    [Fact]
    public void Irises_are_measurements_with_their_species()
    {
        var irises = Datasets.Iris(DType.Float64);
        Assert.Equal([150, 4], irises.Features.Shape.ToArray());
        Assert.Equal(["setosa", "versicolor", "virginica"], irises.ClassNames);
        Assert.Equal(["sepal length", "sepal width", "petal length", "petal width"], irises.FeatureNames);
        Assert.Equal([50L, 50, 50], Counts(irises));
        Assert.Equal([876.5, 458.6, 563.7, 179.9], irises.Features.Sum(0).ToArray<double>().Select(sum => Math.Round(sum, 9)));

        // The two flowers that UCI's file has otherwise.
        Assert.Equal([4.9, 3.1, 1.5, 0.2, 4.9, 3.6, 1.4, 0.1], irises.Subset(34, 37).All()[0].ToArray<double>());
    }

    private static long[] Counts(LabelledDataset data) =>
        [.. Enumerable.Range(0, data.ClassNames.Count).Select(label => data.Labels.Eq(label).Sum().Item<long>())];
}
