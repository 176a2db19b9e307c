namespace NotebookGrad.Nn;

/// <summary>
/// Each channel's mean and variance over the batch brought to 0 and 1, by the batch's own in training and the running
/// ones after it; then times weight plus bias. Ioffe and Szegedy, "Batch normalization" (2015).
/// </summary>
public abstract class BatchNormalization : Module<Tensor, Tensor>
{
    private readonly string name;
    private readonly int[] ranks;
    private readonly double eps;
    private readonly double? momentum;
    private readonly Tensor? weight;
    private readonly Tensor? bias;
    private readonly Tensor? runningMean;
    private readonly Tensor? runningVar;
    private readonly Tensor? numBatchesTracked;

    /// <param name="name">What messages call the layer.</param>
    /// <param name="ranks">How many axes the input may have.</param>
    /// <param name="numFeatures">The number of channels.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="momentum">The share of a batch in the running statistics; null for the mean of all batches.</param>
    /// <param name="affine">Whether the layer has a weight and a bias, which begin at 1 and 0.</param>
    /// <param name="trackRunningStats">Whether there are running statistics; else batches' own serve always.</param>
    /// <param name="dtype">The parameters' type.</param>
    /// <exception cref="ArgumentException">A number does not fit.</exception>
    private protected BatchNormalization(
        string name, int[] ranks, int numFeatures, double eps, double? momentum, bool affine, bool trackRunningStats,
        DType dtype)
    {
        (this.name, this.ranks, this.eps, this.momentum) = (name, ranks, eps, momentum);
        Shape channels = [LayerChecks.Positive(name, nameof(numFeatures), numFeatures)];
        weight = affine ? Parameter(Tensor.Ones(channels, dtype: dtype)) : null;
        bias = affine ? Parameter(Tensor.Zeros(channels, dtype: dtype)) : null;
        runningMean = trackRunningStats ? Buffer(Tensor.Zeros(channels, dtype: dtype)) : null;
        runningVar = trackRunningStats ? Buffer(Tensor.Ones(channels, dtype: dtype)) : null;
        numBatchesTracked = trackRunningStats ? Buffer(Tensor.Zeros([], dtype: DType.Int64)) : null;
        Options = $"{numFeatures}{LayerText.Without("affine", affine)}"
            + LayerText.Without("trackRunningStats", trackRunningStats);
    }

    /// <summary>[channels], or null.</summary>
    public Tensor? Weight => weight;

    /// <summary>[channels], or null.</summary>
    public Tensor? Bias => bias;

    /// <summary>The running mean, [channels], or null.</summary>
    public Tensor? RunningMean => runningMean;

    /// <summary>The running variance, [channels], or null.</summary>
    public Tensor? RunningVar => runningVar;

    /// <inheritdoc/>
    protected override string Options { get; }

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input)
    {
        if (!ranks.Contains(input.Shape.Rank))
        {
            throw new ArgumentException(
                $"{name}: {input.Describe("input")} must have {string.Join(" or ", ranks)} axes, "
                + "[samples, channels, …]");
        }

        var share = momentum ?? 0;
        if (IsTraining && numBatchesTracked is not null)
        {
            numBatchesTracked.Add_(1);
            share = momentum ?? 1.0 / numBatchesTracked.Item<long>();
        }

        return Functional.BatchNorm(
            input, runningMean, runningVar, weight, bias, IsTraining || runningMean is null, share, eps);
    }
}
