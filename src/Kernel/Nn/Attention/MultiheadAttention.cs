namespace NotebookGrad.Nn;

/// <summary>
/// Several attentions side by side, each over its part of the vectors, and a layer over what they find together.
/// Vaswani et al., "Attention is all you need" (2017). Projections begin as Xavier's uniform numbers, biases as 0, as
/// PyTorch's.
/// </summary>
public sealed class MultiheadAttention : Module
{
    private const string OwnName = "multihead_attention";

    private readonly Tensor inProjWeight;
    private readonly Tensor? inProjBias;
    private readonly Linear outProj;
    private readonly int width;
    private readonly int heads;
    private readonly double dropout;
    private readonly bool batchFirst;

    /// <param name="embedDim">The length of a vector; a multiple of the number of heads.</param>
    /// <param name="numHeads">How many attentions there are.</param>
    /// <param name="dropout">The probability with which a weight is dropped in training.</param>
    /// <param name="bias">Whether the projections add something.</param>
    /// <param name="batchFirst">Whether sequences are [batch, length, …] rather than [length, batch, …].</param>
    /// <param name="dtype">The parameters' type.</param>
    /// <exception cref="ArgumentException">A number does not fit.</exception>
    public MultiheadAttention(
        int embedDim, int numHeads, double dropout = 0, bool bias = true, bool batchFirst = false,
        DType dtype = DType.Float32)
    {
        width = LayerChecks.Positive(OwnName, nameof(embedDim), embedDim);
        heads = LayerChecks.Positive(OwnName, nameof(numHeads), numHeads);
        if (width % heads != 0)
        {
            throw new ArgumentException(
                $"{OwnName}: vectors of {embedDim} numbers do not part into {numHeads} heads");
        }

        (this.dropout, this.batchFirst) = (LayerChecks.Probability(OwnName, dropout), batchFirst);
        inProjWeight = Parameter(Init.XavierUniform_(Tensor.Zeros([3 * width, width], dtype: dtype)));
        inProjBias = bias ? Parameter(Tensor.Zeros([3 * width], dtype: dtype)) : null;
        outProj = new(width, width, bias, dtype);
        if (outProj.Bias is { } added)
        {
            Init.Zeros_(added);
        }

        Options = $"{embedDim}, heads: {numHeads}{(batchFirst ? ", batchFirst" : string.Empty)}"
            + LayerText.Without("bias", bias);
    }

    /// <inheritdoc/>
    protected override string Options { get; }

    /// <summary>What each query gathers from the values whose keys fit it.</summary>
    /// <param name="query">[length, batch, width], [batch, length, width], or without the batch.</param>
    /// <param name="key">The same with the length of the sources.</param>
    /// <param name="value">Of the shape of the keys.</param>
    /// <param name="keyPaddingMask">[batch, sources], true for sources that are to be ignored.</param>
    /// <param name="attnMask">
    /// [length, sources] or [batch · heads, length, sources]: true where a query must not look, or numbers that are
    /// added.
    /// </param>
    /// <param name="isCausal">Whether query i sees sources 0 to i alone.</param>
    /// <returns>Of the shape of the query; and the weights, [batch, length, sources], the mean of all heads.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, Tensor Weights) Call(
        Tensor query, Tensor key, Tensor value, Tensor? keyPaddingMask = null, Tensor? attnMask = null,
        bool isCausal = false) =>
        Run(() => Forward(query, key, value, keyPaddingMask, attnMask, isCausal), query, key, value);

    private (Tensor Output, Tensor Weights) Forward(
        Tensor query, Tensor key, Tensor value, Tensor? keyPaddingMask, Tensor? attnMask, bool isCausal)
    {
        Check(query, key, value);
        var isSingle = query.Shape.Rank == 2;
        var (q, k, v) = Projected(query, key, value);
        var scores = q.MatMul(k.Transpose(-2, -1)) * (1 / Math.Sqrt(width / heads));
        if (attnMask is not null)
        {
            scores = scores + Added(attnMask.Shape.Rank == 3 ? attnMask.Reshape(scores.Shape) : attnMask, scores.DType);
        }

        if (isCausal)
        {
            scores = scores + Added(
                Tensor.Ones([q.Shape[2], k.Shape[2]], dtype: DType.Bool, device: query.Device).Triu(1), scores.DType);
        }

        if (keyPaddingMask is not null)
        {
            scores = scores + Added(keyPaddingMask.Reshape(-1, 1, 1, k.Shape[2]), scores.DType);
        }

        var weights = scores.Softmax(-1);
        var found = Functional.Dropout(weights, dropout, IsTraining).MatMul(v);
        var joined = found.Transpose(1, 2).Reshape(q.Shape[0], q.Shape[2], width);
        var output = outProj.Call(isSingle ? joined[0] : batchFirst ? joined : joined.Transpose(0, 1));
        var mean = weights.Mean(1);
        return (output, isSingle ? mean[0] : mean);
    }

    private (Tensor Query, Tensor Key, Tensor Value) Projected(Tensor query, Tensor key, Tensor value)
    {
        // Attention of a sequence to itself is one product.
        var parts = query == key && key == value
            ? Functional.Linear(Batched(query), inProjWeight, inProjBias).Chunk(3, -1)
            : [Projected(query, 0), Projected(key, 1), Projected(value, 2)];
        return (Heads(parts[0]), Heads(parts[1]), Heads(parts[2]));
    }

    private Tensor Projected(Tensor x, int part)
    {
        var rows = (part * width)..((part + 1) * width);
        return Functional.Linear(Batched(x), inProjWeight[rows], inProjBias?[rows]);
    }

    private Tensor Batched(Tensor x) => x.Shape.Rank == 2 ? x.Unsqueeze(0) : batchFirst ? x : x.Transpose(0, 1);

    // [batch, heads, length, width of a head]
    private Tensor Heads(Tensor x) => x.Reshape(x.Shape[0], x.Shape[1], heads, width / heads).Transpose(1, 2);

    // 0 where a mask is false, else −∞: log 1 and log 0.
    private static Tensor Added(Tensor mask, DType dtype) =>
        mask.DType == DType.Bool ? mask.LogicalNot().To(dtype).Log() : mask;

    private void Check(Tensor query, Tensor key, Tensor value)
    {
        var rank = query.Shape.Rank;
        var fits = rank is 2 or 3 && key.Shape.Rank == rank && key.Shape == value.Shape
            && query.Shape[^1] == width && key.Shape[^1] == width
            && (rank == 2 || query.Shape[batchFirst ? 0 : 1] == key.Shape[batchFirst ? 0 : 1]);
        if (!fits)
        {
            var form = batchFirst ? "[batch, length, " : "[length, batch, ";
            throw new ArgumentException(
                $"{OwnName}: {query.Describe("query")}, {key.Describe("key")} and {value.Describe("value")} must be "
                + $"{form}{width}] or [length, {width}], keys and values of one shape");
        }
    }
}
