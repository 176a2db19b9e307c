using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Linear and bilinear layers.</content>
public static partial class Functional
{
    /// <summary>x·wᵀ + b over the last axis: what a fully connected layer computes.</summary>
    /// <param name="input">[…, in].</param>
    /// <param name="weight">[out, in], or [in] for one number without an axis.</param>
    /// <param name="bias">[out], or null.</param>
    /// <returns>[…, out].</returns>
    /// <exception cref="ArgumentException">The lengths of the last axes differ, or the bias does not fit.</exception>
    public static Tensor Linear(Tensor input, Tensor weight, Tensor? bias = null)
    {
        if (weight.Shape.Rank is not (1 or 2) || input.Shape.Rank == 0 || input.Shape[^1] != weight.Shape[^1])
        {
            throw new ArgumentException(
                $"linear: the last axis of {input.Describe("input")} must be as long as that of weight "
                + $"{weight.Describe()}, which is [out, in]");
        }

        Shape result = [.. input.Shape.Lengths[..^1], .. weight.Shape.Lengths[..^1]];
        if (bias is not null && !bias.Shape.BroadcastsTo(result))
        {
            throw Unfitting("linear", bias, result);
        }

        var dtype = bias is null ? Promotion.Common(input, weight) : Promotion.Common(input, weight, bias);
        if (weight.Shape.Rank == 2 && dtype != DType.Bool)
        {
            return Affine.Of(input.To(dtype), weight.To(dtype), bias?.To(dtype));
        }

        var product = input.MatMul(weight.T);
        return bias is null ? product : product + bias;
    }

    /// <summary>x₁ᵀ·W·x₂ + b over the last axes, with a matrix W for each number that comes out.</summary>
    /// <param name="input1">[…, n].</param>
    /// <param name="input2">[…, m], of the same leading axes.</param>
    /// <param name="weight">[out, n, m].</param>
    /// <param name="bias">[out], or null.</param>
    /// <returns>[…, out].</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static Tensor Bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null)
    {
        var fits = weight.Shape.Rank == 3 && input1.Shape.Rank > 0 && input1.Shape.Rank == input2.Shape.Rank
            && input1.Shape.Lengths[..^1].SequenceEqual(input2.Shape.Lengths[..^1])
            && input1.Shape[^1] == weight.Shape[1] && input2.Shape[^1] == weight.Shape[2];
        if (!fits)
        {
            throw new ArgumentException(
                $"bilinear: inputs {input1.Describe()} and {input2.Describe()} and {weight.Describe("weight")} must be "
                + "[…, n], […, m] with the same leading axes, and [out, n, m]");
        }

        var product = Tensor.Einsum("...i,oij,...j->...o", input1, weight, input2);
        return bias is null ? product
            : bias.Shape.BroadcastsTo(product.Shape) ? product + bias
            : throw Unfitting("bilinear", bias, product.Shape);
    }

    private static ArgumentException Unfitting(string operation, Tensor bias, Shape result) =>
        new($"{operation}: {bias.Describe("bias")} does not broadcast to the result, which is {result}");
}
