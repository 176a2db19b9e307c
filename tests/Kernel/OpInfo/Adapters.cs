using System.Collections;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>PyTorch's names for operations, and how each is called here. A file per family adds to it.</summary>
internal sealed class Adapters : IEnumerable<KeyValuePair<string, Func<Sample, Tensor[]>>>
{
    private readonly Dictionary<string, Func<Sample, Tensor[]>> byName = [];

    /// <summary>The families, under their titles in the documentation.</summary>
    public static IReadOnlyList<(string Title, Adapters Adapters)> Families { get; } =
    [
        ("Pointwise", PointwiseAdapters.All),
        ("Reductions", ReductionAdapters.All),
        ("Shape", ShapeAdapters.All),
        ("Sorting and searching", SortingAdapters.All),
        ("Indexing", IndexingAdapters.All),
        ("Contractions", ContractionAdapters.All),
        ("Convolutions and pooling", ConvolutionAdapters.All),
        ("Resampling", ResamplingAdapters.All),
        ("Linear algebra", LinearAlgebraAdapters.All),
        ("Losses and normalisations", LossAdapters.All),
    ];

    /// <summary>All adapters of all families.</summary>
    public static IReadOnlyDictionary<string, Func<Sample, Tensor[]>> All { get; } =
        Families.SelectMany(family => family.Adapters).ToDictionary();

    /// <summary>An operation with one result.</summary>
    public void Add(string name, Func<Sample, Tensor> call) => byName.Add(name, sample => [call(sample)]);

    /// <summary>An operation with several results.</summary>
    public void Add(string name, Func<Sample, Tensor[]> call) => byName.Add(name, call);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Func<Sample, Tensor[]>>> GetEnumerator() => byName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
