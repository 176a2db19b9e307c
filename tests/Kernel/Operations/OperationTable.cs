namespace NotebookGrad.Tests.Operations;

/// <summary>
/// Every operation in NotebookGrad's words, under the names of <c>Reference/rows/*.py</c>, which say the same in
/// PyTorch's.
/// </summary>
internal static class OperationTable
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new[]
    {
        PointwiseRows.Cases,
        ShapeRows.Cases,
        IndexingRows.Cases,
        InPlaceRows.Cases,
        ReductionRows.Cases,
        ContractionRows.Cases,
        ConvolutionRows.Cases,
        LinearAlgebraRows.Cases,
        PoolingRows.Cases,
        ResamplingRows.Cases,
        LossRows.Cases,
        NormalisationRows.Cases,
        SortingRows.Cases,
    }.SelectMany(family => family).ToDictionary();
}
