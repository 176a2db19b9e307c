using NotebookGrad.Data;

namespace NotebookGrad;

/// <summary>Datasets of lists and files, and small ones that come with the package.</summary>
public static class Datasets
{
    /// <summary>The items of a list or array.</summary>
    public static Dataset<T> Of<T>(IReadOnlyList<T> items) => new ListDataset<T>(items);
}
