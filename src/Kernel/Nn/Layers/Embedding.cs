namespace NotebookGrad.Nn;

/// <summary>
/// Rows of a table, looked up by number; they begin as normal numbers, as PyTorch's. See
/// <see cref="Functional.Embedding"/>.
/// </summary>
public sealed class Embedding : Module<Tensor, Tensor>
{
    private readonly Tensor weight;
    private readonly int? paddingIdx;

    /// <param name="numEmbeddings">The number of rows.</param>
    /// <param name="embeddingDim">The length of a row.</param>
    /// <param name="paddingIdx">A row of zeros to which no gradient flows; negative from the end.</param>
    /// <param name="dtype">The table's type.</param>
    /// <exception cref="ArgumentException">A number does not fit.</exception>
    public Embedding(int numEmbeddings, int embeddingDim, int? paddingIdx = null, DType dtype = DType.Float32)
    {
        LayerChecks.Positive("embedding", nameof(numEmbeddings), numEmbeddings);
        LayerChecks.Positive("embedding", nameof(embeddingDim), embeddingDim);
        var padding = paddingIdx < 0 ? paddingIdx + numEmbeddings : paddingIdx;
        if (padding < 0 || padding >= numEmbeddings)
        {
            throw new ArgumentException($"embedding: paddingIdx {paddingIdx} is none of {numEmbeddings} rows");
        }

        this.paddingIdx = padding;
        weight = Init.Normal_(Tensor.Zeros([numEmbeddings, embeddingDim], dtype: dtype));
        if (padding is { } row)
        {
            weight[row] = 0;
        }

        Parameter(weight);
    }

    /// <summary>[rows, length].</summary>
    public Tensor Weight => weight;

    /// <inheritdoc/>
    protected override string Options =>
        $"{weight.Shape[0]}, {weight.Shape[1]}{(paddingIdx is null ? string.Empty : $", paddingIdx: {paddingIdx}")}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Embedding(input, weight, paddingIdx);
}
