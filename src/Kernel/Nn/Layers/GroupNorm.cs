namespace NotebookGrad.Nn;

/// <summary>
/// Mean and variance of groups of channels brought to 0 and 1, for each sample by itself; then times weight plus bias,
/// which begin at 1 and 0; see <see cref="Functional.GroupNorm"/>.
/// </summary>
public sealed class GroupNorm : Module<Tensor, Tensor>
{
    private readonly int numGroups;
    private readonly int numChannels;
    private readonly double eps;
    private readonly Tensor? weight;
    private readonly Tensor? bias;

    /// <param name="numGroups">Into how many groups the channels part.</param>
    /// <param name="numChannels">The number of channels.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <param name="affine">Whether the layer has a weight and a bias.</param>
    /// <param name="dtype">The parameters' type.</param>
    /// <exception cref="ArgumentException">The channels do not part so.</exception>
    public GroupNorm(
        int numGroups, int numChannels, double eps = 1e-5, bool affine = true, DType dtype = DType.Float32)
    {
        LayerChecks.Positive("group_norm", nameof(numGroups), numGroups);
        if (LayerChecks.Positive("group_norm", nameof(numChannels), numChannels) % numGroups != 0)
        {
            throw new ArgumentException($"group_norm: {numChannels} channels do not part into {numGroups} groups");
        }

        (this.numGroups, this.numChannels, this.eps) = (numGroups, numChannels, eps);
        weight = affine ? Parameter(Tensor.Ones([numChannels], dtype: dtype)) : null;
        bias = affine ? Parameter(Tensor.Zeros([numChannels], dtype: dtype)) : null;
    }

    /// <summary>[channels], or null.</summary>
    public Tensor? Weight => weight;

    /// <summary>[channels], or null.</summary>
    public Tensor? Bias => bias;

    /// <inheritdoc/>
    protected override string Options =>
        $"{numGroups}, {numChannels}{LayerText.Without("affine", weight is not null)}";

    /// <inheritdoc/>
    protected override Tensor Forward(Tensor input) => Functional.GroupNorm(input, numGroups, weight, bias, eps);
}
