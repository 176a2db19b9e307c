using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>Where a tensor holds NaN or ±∞.</summary>
internal sealed class NonFinite
{
    private readonly double[] values;
    private readonly Shape shape;

    private NonFinite(Tensor tensor)
    {
        shape = tensor.Shape;
        var isHarmless = DeviceElements.AreFar(tensor) && DeviceElements.AreFinite(tensor);
        values = isHarmless ? [] : ValueInspector.Read(tensor);
        foreach (var value in values)
        {
            NaNs += double.IsNaN(value) ? 1 : 0;
            Infinities += double.IsInfinity(value) ? 1 : 0;
        }
    }

    /// <summary>How many elements are NaN.</summary>
    public long NaNs { get; }

    /// <summary>How many elements are ±∞.</summary>
    public long Infinities { get; }

    /// <summary>The number of the first such element in row-major order.</summary>
    public int First => Array.FindIndex(values, value => !double.IsFinite(value));

    /// <summary>The places of the first such elements.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Indices =>
    [
        .. Enumerable.Range(0, values.Length)
            .Where(i => !double.IsFinite(values[i]))
            .Take(AnomalyException.MostIndices)
            .Select(i => Places.Of(shape, i)),
    ];

    /// <summary>What a tensor holds.</summary>
    public static NonFinite In(Tensor tensor) => new(tensor);

    /// <summary>Whether this holds what its sources do not: a NaN without one, an ∞ where all is finite.</summary>
    public bool IsNew(IReadOnlyList<NonFinite> sources) =>
        (NaNs > 0 && sources.All(source => source.NaNs == 0))
        || (Infinities > 0 && sources.All(source => source.NaNs + source.Infinities == 0));

    /// <summary>In words: <c>2 NaN and 1 ∞, at [0, 1], [2, 0] and 1 more</c>.</summary>
    public override string ToString()
    {
        string[] counts = [.. new[] { (NaNs, "NaN"), (Infinities, "∞") }
            .Where(kind => kind.Item1 > 0)
            .Select(kind => $"{kind.Item1} {kind.Item2}")];
        var places = Indices.Select(place => $"[{string.Join(", ", place)}]");
        var more = NaNs + Infinities - Indices.Count;
        return $"{string.Join(" and ", counts)}, at {string.Join(", ", places)}"
            + (more > 0 ? $" and {more} more" : string.Empty);
    }
}
