namespace NotebookGrad.Nn;

/// <summary>What <see cref="Conv1d"/>, <see cref="Conv2d"/> and <see cref="Conv3d"/> are alike in.</summary>
public abstract class Convolution : Module<Tensor, Tensor>
{
    private readonly Tensor weight;
    private readonly Tensor? bias;

    private protected Convolution(
        string name, int axes, int inChannels, int outChannels, PerAxis kernelSize, PerAxis stride, Padding padding,
        PerAxis dilation, int groups, bool bias, DType dtype)
    {
        LayerChecks.Positive(name, nameof(inChannels), inChannels);
        LayerChecks.Positive(name, nameof(outChannels), outChannels);
        LayerChecks.Positive(name, nameof(groups), groups);
        var kernel = kernelSize.For(name, nameof(kernelSize), axes, least: 1);
        if (inChannels % groups != 0 || outChannels % groups != 0)
        {
            throw new ArgumentException(
                $"{name}: inChannels {inChannels} and outChannels {outChannels} cannot be parted into {groups} groups");
        }

        (Stride, Padding, Dilation, Groups) = (stride, padding, dilation, groups);
        Shape shape = [outChannels, inChannels / groups, .. kernel];
        var bound = 1 / Math.Sqrt(shape.Lengths[1..].ToArray().Aggregate(1.0, (product, length) => product * length));
        weight = Parameter(Init.Uniform_(Tensor.Zeros(shape, dtype: dtype), -bound, bound));
        this.bias = bias ? Parameter(Init.Uniform_(Tensor.Zeros([outChannels], dtype: dtype), -bound, bound)) : null;
        Options = $"{inChannels} → {outChannels}, {LayerText.Window(kernelSize, stride, padding, dilation)}"
            + LayerText.Unless1("groups", groups) + LayerText.Without("bias", bias);
    }

    /// <summary>[features, channels/groups, kernel…].</summary>
    public Tensor Weight => weight;

    /// <summary>[features], or null.</summary>
    public Tensor? Bias => bias;

    /// <inheritdoc/>
    protected override string Options { get; }

    private protected PerAxis Stride { get; }

    private protected Padding Padding { get; }

    private protected PerAxis Dilation { get; }

    private protected int Groups { get; }
}
