using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Distances, angles and lengths.</content>
public static partial class Functional
{
    /// <summary>The p-norm of x1 − x2 + eps along the last axis.</summary>
    /// <param name="x1">Vectors along the last axis.</param>
    /// <param name="x2">A shape that broadcasts with it.</param>
    /// <param name="p">Which norm; 2 is Euclid's.</param>
    /// <param name="eps">Added to each difference, so that the norm has a derivative where they are equal.</param>
    /// <param name="keepDim">Whether the last axis stays with length 1.</param>
    /// <returns>A number a vector.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor PairwiseDistance(
        Tensor x1, Tensor x2, double p = 2, double eps = 1e-6, bool keepDim = false) =>
        (x1.Real() - x2 + eps).Norm(p, -1, keepDim);

    /// <summary>The cosine of the angle between vectors.</summary>
    /// <param name="x1">Vectors along an axis.</param>
    /// <param name="x2">A shape that broadcasts with it.</param>
    /// <param name="dim">The axis.</param>
    /// <param name="eps">The least length; a smaller one counts as this, though its derivative passes.</param>
    /// <returns>A number a vector; the axis goes.</returns>
    /// <exception cref="ArgumentException">The shapes do not broadcast, or there is no such axis.</exception>
    public static Tensor CosineSimilarity(Tensor x1, Tensor x2, int dim = 1, double eps = 1e-8)
    {
        var shape = Broadcasting.Common("cosine_similarity", x1, x2);
        return (Unit(x1.Expand(shape)) * Unit(x2.Expand(shape))).Sum(dim);

        Tensor Unit(Tensor x)
        {
            var length = x.Norm(2, dim, keepDim: true);
            return x / (length + (length.ClampMin(eps) - length).Detach());
        }
    }

    /// <summary>Vectors divided by their length, the p-norm.</summary>
    /// <param name="input">Vectors along an axis.</param>
    /// <param name="p">Which norm; 2 is Euclid's.</param>
    /// <param name="dim">The axis.</param>
    /// <param name="eps">The least length that is divided by.</param>
    /// <returns>A tensor of the input's shape.</returns>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static Tensor Normalize(Tensor input, double p = 2, int dim = 1, double eps = 1e-12) =>
        input / input.Norm(p, dim, keepDim: true).ClampMin(eps);
}
