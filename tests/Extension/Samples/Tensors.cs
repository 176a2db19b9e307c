using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Snapshots of tensors.</summary>
internal static class Tensors
{
    /// <summary>The tensor with these elements, as the engine tells it, and with these as its gradient.</summary>
    public static TensorSnapshot Of(
        string? name,
        int[] shape,
        double[] values,
        DType type = DType.Float32,
        double[]? gradient = null)
    {
        // Real elements are told as float64, which holds every sample.
        var elements = Tensor.Of<double>(values, shape);
        var slopes = gradient is null ? null : Tensor.Of<double>(gradient, shape).Snapshot();
        return (type < DType.Float32 ? elements.To(type) : elements).Snapshot() with
        {
            Id = 7,
            Name = name,
            DType = type,
            RequiresGrad = gradient is not null,
            Gradient = slopes?.Value,
            GradientMap = slopes?.Map,
        };
    }

    /// <summary>The weights of a layer after a backward pass.</summary>
    public static TensorSnapshot Weights(params int[] shape) =>
        Of("w1", shape, Summaries.Numbers(shape, 3), gradient: Summaries.Numbers(shape, 4, scale: 0.01));
}
