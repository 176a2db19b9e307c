namespace NotebookGrad;

/// <content>Attention.</content>
public static partial class Functional
{
    /// <summary>
    /// softmax(query·keyᵀ·scale + mask)·value: each query's mean of the values, weighted by how well their keys fit it.
    /// Vaswani et al., "Attention is all you need" (2017).
    /// </summary>
    /// <param name="query">[…, L, E]; leading axes broadcast.</param>
    /// <param name="key">[…, S, E].</param>
    /// <param name="value">[…, S, V].</param>
    /// <param name="attnMask">
    /// Broadcasts to […, L, S]: true where a query may attend, or numbers that are added to the scores; null for none.
    /// </param>
    /// <param name="dropoutP">The probability with which a weight is dropped; 0 outside of training.</param>
    /// <param name="isCausal">Whether query i attends to keys 0 to i alone.</param>
    /// <param name="scale">What the scores are multiplied by; 1/√E if not given.</param>
    /// <returns>[…, L, V]; NaN for a query that may attend to nothing.</returns>
    /// <exception cref="ArgumentException">
    /// A shape or dtype does not fit, or a mask is given beside <paramref name="isCausal"/>.
    /// </exception>
    public static Tensor ScaledDotProductAttention(
        Tensor query, Tensor key, Tensor value, Tensor? attnMask = null, double dropoutP = 0, bool isCausal = false,
        double? scale = null)
    {
        const string Name = "scaled_dot_product_attention";
        CheckAttention(Name, query, key, value);
        if (isCausal && attnMask is not null)
        {
            throw new ArgumentException(
                $"{Name}: attnMask {attnMask.Describe()} and isCausal exclude each other; put both into one mask");
        }

        attnMask = isCausal ? Causal(query.Shape[^2], key.Shape[^2], query.Device) : attnMask;
        var scores = query.MatMul(key.Transpose(-2, -1)) * (scale ?? 1 / Math.Sqrt(query.Shape[^1]));
        if (attnMask is not null)
        {
            scores = scores + (attnMask.DType == DType.Bool ? Closed(attnMask, scores.DType) : attnMask);
        }

        return Dropout(scores.Softmax(-1), dropoutP).MatMul(value);
    }

    private static void CheckAttention(string name, Tensor query, Tensor key, Tensor value)
    {
        var fits = query.Shape.Rank >= 2 && key.Shape.Rank >= 2 && value.Shape.Rank >= 2
            && query.Shape[^1] == key.Shape[^1] && key.Shape[^2] == value.Shape[^2];
        if (!fits || !query.DType.IsReal || key.DType != query.DType || value.DType != query.DType)
        {
            throw new ArgumentException(
                $"{name}: {query.Describe("query")} {query.DType.Text}, {key.Describe("key")} {key.DType.Text} and "
                + "value "
                + $"{value.Describe()} {value.DType.Text} do not fit; they must be real […, L, E], […, S, E] and "
                + "[…, S, V] of one dtype");
        }
    }

    private static Tensor Causal(int queries, int keys, Device device) =>
        Tensor.Arange(0, keys, device: device) <= Tensor.Arange(0, queries, device: device).Reshape(-1, 1);

    // 0 where a mask is true, else −∞, to be added: log 1 and log 0.
    private static Tensor Closed(Tensor mask, DType dtype) => mask.To(dtype).Log();
}
