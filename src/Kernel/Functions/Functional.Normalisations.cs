using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Normalisations.</content>
public static partial class Functional
{
    /// <summary>
    /// Each element less the mean, over the deviation, of the innermost axes around it; then times weight plus bias.
    /// Ba, Kiros and Hinton, "Layer normalization" (2016).
    /// </summary>
    /// <param name="input">Real numbers, of a shape that ends in <paramref name="normalizedShape"/>.</param>
    /// <param name="normalizedShape">The lengths of the axes along which mean and variance are taken.</param>
    /// <param name="weight">Factors of that shape, or null for 1.</param>
    /// <param name="bias">Summands of that shape, or null for 0.</param>
    /// <param name="eps">Added to the variance, so that constant rows become 0.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">A shape or dtype does not fit.</exception>
    public static Tensor LayerNorm(
        Tensor input, Shape normalizedShape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
        OverInnermost("layer_norm", input, normalizedShape, weight, bias, eps, isCentred: true);

    /// <summary>
    /// Each element over the root of the mean square of the innermost axes around it; then times weight. Zhang and
    /// Sennrich, "Root mean square layer normalization" (2019).
    /// </summary>
    /// <param name="input">Real numbers, of a shape that ends in <paramref name="normalizedShape"/>.</param>
    /// <param name="normalizedShape">The lengths of the axes along which the mean is taken.</param>
    /// <param name="weight">Factors of that shape, or null for 1.</param>
    /// <param name="eps">
    /// Added to the mean square; if not given, the distance from 1 to the next number of the dtype.
    /// </param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">A shape or dtype does not fit.</exception>
    public static Tensor RmsNorm(Tensor input, Shape normalizedShape, Tensor? weight = null, double? eps = null) =>
        OverInnermost(
            "rms_norm", input, normalizedShape, weight, null,
            eps ?? (input.DType == DType.Float64 ? Math.BitIncrement(1.0) - 1 : MathF.BitIncrement(1f) - 1),
            isCentred: false);

    /// <summary>
    /// Each channel's mean and variance over the batch brought to 0 and 1 (training), or by the running ones
    /// (evaluation); then times weight plus bias. Ioffe and Szegedy, "Batch normalization" (2015).
    /// </summary>
    /// <param name="input">Real numbers [N, C, …], the second axis being the channels.</param>
    /// <param name="runningMean">
    /// [C]; training moves it towards the batch's mean, in place. May be null in training.
    /// </param>
    /// <param name="runningVar">[C]; the same for the variance, that with n − 1.</param>
    /// <param name="weight">Factors [C], or null for 1.</param>
    /// <param name="bias">Summands [C], or null for 0.</param>
    /// <param name="training">Whether the batch's own statistics are used.</param>
    /// <param name="momentum">The share of the batch in the running statistics.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">
    /// A shape or dtype does not fit, training meets a single value a channel, or evaluation lacks statistics.
    /// </exception>
    public static Tensor BatchNorm(
        Tensor input, Tensor? runningMean, Tensor? runningVar, Tensor? weight = null, Tensor? bias = null,
        bool training = false, double momentum = 0.1, double eps = 1e-5)
    {
        const string Name = "batch_norm";
        NormalizationChecks.Channels(Name, input, ("weight", weight), ("bias", bias),
            ("runningMean", runningMean), ("runningVar", runningVar));
        if (!training && (runningMean is null || runningVar is null))
        {
            throw new ArgumentException(
                $"{Name}: evaluation of {input.Describe()} needs runningMean and runningVar; pass both, or training: "
                + "true to use the batch's own");
        }

        var channels = NormalizationChecks.OfChannels(input.Shape);
        var operation = new Normalization(Name)
        {
            Seen = input.Shape,
            Along = Axes.Of(Name, input, [.. Enumerable.Range(0, input.Shape.Rank).Where(axis => axis != 1)]),
            Parameters = channels,
            Epsilon = eps,
            HasWeight = weight is not null,
            HasBias = bias is not null,
            Given = training
                ? null
                : (runningMean!.Detach().Reshape(channels), runningVar!.Detach().Reshape(channels)),
        };
        if (training)
        {
            NormalizationChecks.MoreThanOne(Name, input, operation.Along.CountIn(input.Shape));
            RunningStatistics.Move(operation, input, runningMean, runningVar, momentum);
        }

        return operation.Apply(Operands(input, weight, bias));
    }

    /// <summary>
    /// Each channel of each sample brought to mean 0 and variance 1; then times weight plus bias. Ulyanov, Vedaldi and
    /// Lempitsky, "Instance normalization" (2016).
    /// </summary>
    /// <param name="input">Real numbers [N, C, …] with at least one axis after the channels.</param>
    /// <param name="runningMean">
    /// [C] or null; moved in place, or used if <paramref name="useInputStats"/> is not set.
    /// </param>
    /// <param name="runningVar">[C] or null; the same for the variance, that with n − 1.</param>
    /// <param name="weight">Factors [C], or null for 1.</param>
    /// <param name="bias">Summands [C], or null for 0.</param>
    /// <param name="useInputStats">Whether the samples' own statistics are used.</param>
    /// <param name="momentum">The share of this input in the running statistics.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">
    /// A shape or dtype does not fit, a channel of a sample has a single value, or statistics are lacking.
    /// </exception>
    public static Tensor InstanceNorm(
        Tensor input, Tensor? runningMean = null, Tensor? runningVar = null, Tensor? weight = null, Tensor? bias = null,
        bool useInputStats = true, double momentum = 0.1, double eps = 1e-5)
    {
        const string Name = "instance_norm";
        if (!useInputStats)
        {
            return BatchNorm(input, runningMean, runningVar, weight, bias, training: false, momentum, eps);
        }

        NormalizationChecks.Channels(Name, input, ("weight", weight), ("bias", bias),
            ("runningMean", runningMean), ("runningVar", runningVar));
        var operation = new Normalization(Name)
        {
            Seen = input.Shape,
            Along = Axes.Of(Name, input, [.. Enumerable.Range(2, input.Shape.Rank - 2)]),
            Parameters = NormalizationChecks.OfChannels(input.Shape),
            Epsilon = eps,
            HasWeight = weight is not null,
            HasBias = bias is not null,
        };
        NormalizationChecks.MoreThanOne(Name, input, operation.Along.CountIn(input.Shape));
        RunningStatistics.Move(operation, input, runningMean, runningVar, momentum);
        return operation.Apply(Operands(input, weight, bias));
    }

    /// <summary>
    /// Groups of channels of each sample brought to mean 0 and variance 1; then times weight plus bias. Wu and He,
    /// "Group normalization" (2018).
    /// </summary>
    /// <param name="input">Real numbers [N, C, …].</param>
    /// <param name="numGroups">How many groups the channels make; must divide C.</param>
    /// <param name="weight">Factors [C], or null for 1.</param>
    /// <param name="bias">Summands [C], or null for 0.</param>
    /// <param name="eps">Added to the variance.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">A shape or dtype does not fit.</exception>
    public static Tensor GroupNorm(
        Tensor input, int numGroups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5)
    {
        const string Name = "group_norm";
        NormalizationChecks.Channels(Name, input, ("weight", weight), ("bias", bias));
        var channels = input.Shape[1];
        if (numGroups < 1 || channels % numGroups != 0)
        {
            throw new ArgumentException(
                $"{Name}: the {channels} channels (axis 1) of {input.Describe()} do not make {numGroups} groups of one "
                + "size");
        }

        var size = channels / numGroups;
        Shape seen = [input.Shape[0], numGroups, size, .. input.Shape.Lengths[2..]];
        int[] ones = [.. Enumerable.Repeat(1, seen.Rank)];
        (ones[1], ones[2]) = (numGroups, size);
        var operation = new Normalization(Name)
        {
            Seen = seen,
            Along = Axes.From(seen, first: 2),
            Parameters = ones,
            Epsilon = eps,
            HasWeight = weight is not null,
            HasBias = bias is not null,
        };
        return operation.Apply(Operands(input, weight, bias));
    }

    /// <summary>
    /// Each element over (k + α·mean of the squares of the channels around it)ᵝ. Krizhevsky, Sutskever and Hinton,
    /// "ImageNet classification with deep convolutional neural networks" (2012).
    /// </summary>
    /// <param name="input">Real numbers [N, C, …] with at least one axis after the channels.</param>
    /// <param name="size">How many channels the mean is over, zeros beyond the first and the last.</param>
    /// <param name="alpha">The factor of the mean.</param>
    /// <param name="beta">The exponent.</param>
    /// <param name="k">What is added.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">The input has too few axes, or size is not positive.</exception>
    public static Tensor LocalResponseNorm(
        Tensor input, int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
    {
        if (input.Shape.Rank < 3 || size < 1)
        {
            throw new ArgumentException(
                $"local_response_norm: {input.Describe()} with size {size}; the input must be [samples, channels, …] "
                + "with at least three axes, and the size positive");
        }

        // Which channels are around which is a band matrix: row c is 1 from c − size/2 on.
        var channels = Tensor.Arange(0, input.Shape[1], device: input.Device);
        var distance = channels - channels.Reshape(-1, 1) + (size / 2);
        var band = ((distance >= 0) & (distance < size)).To(input.DType);
        var squares = band.MatMul(input.Square().Flatten(2)).Reshape(input.Shape);
        return input / (k + (alpha / size * squares)).Pow(beta);
    }

    private static Tensor OverInnermost(
        string name, Tensor input, Shape normalizedShape, Tensor? weight, Tensor? bias, double eps, bool isCentred)
    {
        NormalizationChecks.Innermost(name, input, normalizedShape, ("weight", weight), ("bias", bias));
        var operation = new Normalization(name)
        {
            Seen = input.Shape,
            Along = Axes.From(input.Shape, first: input.Shape.Rank - normalizedShape.Rank),
            Parameters = normalizedShape,
            Epsilon = eps,
            HasWeight = weight is not null,
            HasBias = bias is not null,
            IsCentred = isCentred,
        };
        return operation.Apply(Operands(input, weight, bias));
    }

    private static Tensor[] Operands(Tensor input, Tensor? weight, Tensor? bias) =>
        [.. new[] { input, weight, bias }.OfType<Tensor>()];
}
