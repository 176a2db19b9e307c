namespace NotebookGrad.Nn;

/// <summary>
/// Attention of a sequence to itself, then two layers for each place, each with a way around and a normalisation.
/// Vaswani et al., "Attention is all you need" (2017).
/// </summary>
public sealed class TransformerEncoderLayer : Module<Tensor, Tensor>
{
    private readonly MultiheadAttention selfAttn;
    private readonly Linear linear1;
    private readonly Linear linear2;
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm2;
    private readonly Dropout dropout;
    private readonly Dropout dropout1;
    private readonly Dropout dropout2;
    private readonly Func<Tensor, Tensor> activation;
    private readonly bool normFirst;

    /// <param name="dModel">The length of a vector.</param>
    /// <param name="nHead">How many attentions there are side by side.</param>
    /// <param name="dimFeedforward">The length of the vectors between the two layers.</param>
    /// <param name="dropout">The probability with which something is dropped in training.</param>
    /// <param name="activation"><c>"relu"</c> or <c>"gelu"</c>.</param>
    /// <param name="layerNormEps">Added to variances.</param>
    /// <param name="batchFirst">Whether sequences are [batch, length, …] rather than [length, batch, …].</param>
    /// <param name="normFirst">
    /// Whether normalisations come before what they are for rather than after it, which trains deep stacks better.
    /// </param>
    /// <param name="dtype">The parameters' type.</param>
    /// <exception cref="ArgumentException">A number does not fit, or the activation is another.</exception>
    public TransformerEncoderLayer(
        int dModel, int nHead, int dimFeedforward = 2048, double dropout = 0.1, string activation = "relu",
        double layerNormEps = 1e-5, bool batchFirst = false, bool normFirst = false, DType dtype = DType.Float32)
    {
        this.activation = activation switch
        {
            "relu" => Functional.Relu,
            "gelu" => x => Functional.Gelu(x),
            _ => throw new ArgumentException(
                $"transformer_encoder_layer: activation \"{activation}\" is neither \"relu\" nor \"gelu\""),
        };
        this.normFirst = normFirst;
        selfAttn = new(dModel, nHead, dropout, batchFirst: batchFirst, dtype: dtype);
        (linear1, linear2) = (new(dModel, dimFeedforward, dtype: dtype), new(dimFeedforward, dModel, dtype: dtype));
        (norm1, norm2) = (new([dModel], layerNormEps, dtype: dtype), new([dModel], layerNormEps, dtype: dtype));
        (this.dropout, dropout1, dropout2) = (new(dropout), new(dropout), new(dropout));
    }

    /// <inheritdoc/>
    protected override string Options => normFirst ? "normFirst" : string.Empty;

    /// <summary>Computes the output under masks; see <see cref="MultiheadAttention.Call"/>.</summary>
    /// <param name="source">[length, batch, dModel], [batch, length, dModel], or without the batch.</param>
    /// <param name="mask">Where a place must not look.</param>
    /// <param name="keyPaddingMask">[batch, length], true for places that are to be ignored.</param>
    /// <param name="isCausal">Whether a place sees only itself and those before it.</param>
    /// <returns>Of the shape of the source.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public Tensor Call(Tensor source, Tensor? mask = null, Tensor? keyPaddingMask = null, bool isCausal = false) =>
        Run(() => Forward(source, mask, keyPaddingMask, isCausal), source);

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Forward(input, null, null, false);

    private Tensor Forward(Tensor x, Tensor? mask, Tensor? keyPaddingMask, bool isCausal)
    {
        Tensor Attend(Tensor to) =>
            dropout1.Call(selfAttn.Call(to, to, to, keyPaddingMask, mask, isCausal).Output);
        Tensor Think(Tensor about) =>
            dropout2.Call(linear2.Call(dropout.Call(activation(linear1.Call(about)))));

        if (normFirst)
        {
            x = x + Attend(norm1.Call(x));
            return x + Think(norm2.Call(x));
        }

        x = norm1.Call(x + Attend(x));
        return norm2.Call(x + Think(x));
    }
}
