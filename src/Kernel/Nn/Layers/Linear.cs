namespace NotebookGrad.Nn;

/// <summary>
/// A fully connected layer: x·wᵀ + b over the last axis. Weights and biases begin uniform within ±1/√in, as PyTorch's.
/// </summary>
public sealed class Linear : Module<Tensor, Tensor>
{
    private readonly Tensor weight;
    private readonly Tensor? bias;

    /// <summary>A layer from so many numbers to so many.</summary>
    /// <param name="inFeatures">The length of the last axis of what goes in.</param>
    /// <param name="outFeatures">That of what comes out.</param>
    /// <param name="bias">Whether something is added.</param>
    /// <param name="dtype">The parameters' type.</param>
    /// <exception cref="ArgumentException">A number is not positive.</exception>
    public Linear(int inFeatures, int outFeatures, bool bias = true, DType dtype = DType.Float32)
    {
        InFeatures = LayerChecks.Positive("linear", nameof(inFeatures), inFeatures);
        OutFeatures = LayerChecks.Positive("linear", nameof(outFeatures), outFeatures);
        var bound = 1 / Math.Sqrt(inFeatures);
        weight = Parameter(Init.Uniform_(Tensor.Zeros([outFeatures, inFeatures], dtype: dtype), -bound, bound));
        this.bias = bias ? Parameter(Init.Uniform_(Tensor.Zeros([outFeatures], dtype: dtype), -bound, bound)) : null;
    }

    /// <summary>The length of the last axis of what goes in.</summary>
    public int InFeatures { get; }

    /// <summary>The length of the last axis of what comes out.</summary>
    public int OutFeatures { get; }

    /// <summary>[out, in].</summary>
    public Tensor Weight => weight;

    /// <summary>[out], or null.</summary>
    public Tensor? Bias => bias;

    /// <inheritdoc/>
    protected override string Options => 
        $"{InFeatures} → {OutFeatures}{LayerText.Without("bias", bias is not null)}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.Linear(input, weight, bias);
}
