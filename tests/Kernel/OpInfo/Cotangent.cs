namespace NotebookGrad.Tests.OpInfo;

/// <summary>Directions that <c>Reference/opinfo.py</c> computes by the same formula, so that no file holds them.</summary>
internal static class Cotangent
{
    /// <summary>
    /// Numbers in [−2, 2) of a tensor's shape and dtype that look random and are exact in float32: a golden-ratio
    /// sequence in 20 bits.
    /// </summary>
    public static Tensor Of(Tensor tensor, int seed)
    {
        var values = new double[tensor.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var fraction = ((0.6180339887498949 * (i + 1)) + (0.37 * seed)) % 1.0;
            values[i] = (Math.Floor(fraction * (1 << 20)) / (1 << 18)) - 2;
        }

        return TensorCreation.Make<double>(values, tensor.Shape, false, tensor.DType, null);
    }
}
