using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Snapshots of tensors.</summary>
internal static class Tensors
{
    /// <summary>The tensor with these elements, in the form that the engine tells it.</summary>
    public static TensorSnapshot Of(
        string? name,
        int[] shape,
        double[] values,
        DType type = DType.Float32,
        ValueSummary? gradient = null)
    {
        var columns = shape.Length == 0 ? 1 : shape[^1];
        var rows = columns == 0 ? 0 : values.Length / columns;
        var summary = Summaries.Of(values);
        var bins = new int[TensorSnapshot.Bins];
        foreach (var value in values.Where(double.IsFinite))
        {
            var part = (value - summary.Minimum) / (summary.Maximum - summary.Minimum);
            bins[double.IsFinite(part) ? Math.Min((int)(part * bins.Length), bins.Length - 1) : bins.Length / 2]++;
        }

        return new TensorSnapshot(
            7,
            name,
            shape,
            type,
            "cpu",
            RequiresGrad: gradient is not null,
            IsLeaf: true,
            null,
            summary,
            gradient,
            [.. values.Chunk(Math.Max(1, columns)).Take(TensorSnapshot.GridRows)
                .Select(row => row.Take(TensorSnapshot.GridColumns).ToArray())],
            rows,
            columns,
            bins);
    }

    /// <summary>The weights of a layer after a backward pass.</summary>
    public static TensorSnapshot Weights(params int[] shape) =>
        Of("w1", shape, Summaries.Numbers(shape, 3), gradient: Summaries.Random(shape, 4, scale: 0.01));
}
