using System.Collections;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>PyTorch's names for operations, and how each is called here. A file per family adds to it.</summary>
internal sealed class Adapters : IEnumerable<KeyValuePair<string, Func<Sample, Tensor[]>>>
{
    private readonly Dictionary<string, Func<Sample, Tensor[]>> byName = [];

    /// <summary>All adapters of all families.</summary>
    public static IReadOnlyDictionary<string, Func<Sample, Tensor[]>> All { get; } = new[]
    {
        PointwiseAdapters.All, ReductionAdapters.All, ShapeAdapters.All, SortingAdapters.All, IndexingAdapters.All,
        ContractionAdapters.All, ConvolutionAdapters.All, ResamplingAdapters.All,
        LinearAlgebraAdapters.All, LossAdapters.All,
    }.SelectMany(family => family).ToDictionary();

    /// <summary>An operation with one result.</summary>
    public void Add(string name, Func<Sample, Tensor> call) => byName.Add(name, sample => [call(sample)]);

    /// <summary>An operation with several results.</summary>
    public void Add(string name, Func<Sample, Tensor[]> call) => byName.Add(name, call);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Func<Sample, Tensor[]>>> GetEnumerator() => byName.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
