namespace NotebookGrad;

/// <summary>Distances between the rows of matrices.</summary>
public static class TensorDistances
{
    extension(Tensor)
    {
        /// <summary>The distance of each row of one matrix to each row of another, ‖a − b‖ₚ.</summary>
        /// <param name="x1">[…, n, k].</param>
        /// <param name="x2">[…, m, k]; leading axes broadcast.</param>
        /// <param name="p">The norm: 0 counts differences, 1 sums them, 2 is Euclid's, infinity the greatest.</param>
        /// <returns>[…, n, m]; the derivative at distance 0 is 0.</returns>
        /// <exception cref="ArgumentException">The shapes do not fit, or p is negative.</exception>
        public static Tensor Cdist(Tensor x1, Tensor x2, double p = 2) =>
            x1.Shape.Rank >= 2 && x2.Shape.Rank >= 2 && x1.Shape[^1] == x2.Shape[^1] && p >= 0
                ? (x1.Unsqueeze(-2) - x2.Unsqueeze(-3)).Norm(p, -1)
                : throw new ArgumentException(
                    $"cdist: {x1.Describe()} and {x2.Describe()} must be […, n, k] and […, m, k], and p {p} not "
                    + "negative");
    }
}
