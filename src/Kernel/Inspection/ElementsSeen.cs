namespace NotebookGrad.Inspection;

/// <summary>What a snapshot tells of a tensor's elements.</summary>
/// <param name="tensor">The tensor.</param>
/// <param name="values">Its elements; null where they are too many and too far away to be read.</param>
internal sealed class ElementsSeen(Tensor tensor, double[]? values)
{
    /// <summary>Their statistics.</summary>
    public ValueSummary Summary { get; } = values is null
        ? ValueInspector.Summarize(tensor)
        : ValueInspector.Summarize(values, tensor.Shape);

    /// <summary>Their map.</summary>
    public ElementMap Map => values is null ? MapInspector.Map(tensor) : MapInspector.Map(values, tensor.Shape);

    /// <summary>Their histogram.</summary>
    public ElementHistogram Histogram => values is null
        ? HistogramInspector.Count(tensor, Summary)
        : HistogramInspector.Count(values, Summary, isWhole: !tensor.DType.IsReal);

    /// <summary>Looks at a tensor.</summary>
    public static ElementsSeen Of(Tensor tensor) =>
        new(tensor.Detach(), DeviceElements.AreFar(tensor) ? null : ValueInspector.Read(tensor));
}
