namespace NotebookGrad.Nn;

/// <summary>
/// First values for parameters, under the names of <c>torch.nn.init</c>. All change the tensor in place, unrecorded,
/// and return it.
/// </summary>
public static class Init
{
    /// <summary>
    /// The gain by which an activation asks for larger weights, so that what flows through keeps its variance.
    /// </summary>
    /// <param name="nonlinearity">
    /// <c>linear</c>, <c>sigmoid</c>, <c>tanh</c>, <c>relu</c>, <c>leaky_relu</c>, <c>selu</c>, or the name of a
    /// convolution, which has that of <c>linear</c>.
    /// </param>
    /// <param name="negativeSlope">The slope of <c>leaky_relu</c> below 0.</param>
    /// <exception cref="ArgumentException">The activation is not known.</exception>
    public static double Gain(string nonlinearity, double negativeSlope = 0.01) => nonlinearity switch
    {
        "linear" or "sigmoid" or "conv1d" or "conv2d" or "conv3d"
            or "conv_transpose1d" or "conv_transpose2d" or "conv_transpose3d" => 1,
        "tanh" => 5.0 / 3,
        "relu" => Math.Sqrt(2),
        "leaky_relu" => Math.Sqrt(2 / (1 + (negativeSlope * negativeSlope))),
        "selu" => 0.75,
        _ => throw new ArgumentException(
            $"gain: \"{nonlinearity}\" is none of linear, sigmoid, tanh, relu, leaky_relu and selu; use 1 for others"),
    };

    /// <summary>Uniform numbers.</summary>
    public static Tensor Uniform_(Tensor tensor, double from = 0, double to = 1) =>
        Unrecorded(tensor, target => target.Uniform_(from, to));

    /// <summary>Normal numbers.</summary>
    public static Tensor Normal_(Tensor tensor, double mean = 0, double std = 1) =>
        Unrecorded(tensor, target => target.Normal_(mean, std));

    /// <summary>Normal numbers, those outside of bounds drawn again.</summary>
    /// <exception cref="ArgumentException">The bounds leave nothing between them.</exception>
    public static Tensor TruncNormal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2)
    {
        if (!(a < b) || !(std > 0))
        {
            throw new ArgumentException(
                $"trunc_normal_: there is nothing between {a} and {b} with a deviation of {std}");
        }

        // By the inverse of the distribution function, as PyTorch does it: exact however far out the bounds lie.
        var (low, high) = (Below((a - mean) / std), Below((b - mean) / std));
        return Unrecorded(tensor, target =>
        {
            var uniform = Tensor.Rand(target.Shape, dtype: DType.Float64, device: target.Device);
            var quantile = (2 * (low + (uniform * (high - low)))) - 1;
            target.Copy_(((quantile.Erfinv() * (std * Math.Sqrt(2))) + mean).Clamp(a, b));
        });
    }

    /// <summary>One number.</summary>
    public static Tensor Constant_(Tensor tensor, double value) => Unrecorded(tensor, target => target.Fill_(value));

    /// <summary>Zeros.</summary>
    public static Tensor Zeros_(Tensor tensor) => Constant_(tensor, 0);

    /// <summary>Ones.</summary>
    public static Tensor Ones_(Tensor tensor) => Constant_(tensor, 1);

    /// <summary>
    /// Uniform numbers that keep the variance of what flows forward and back through a linear layer. Glorot and Bengio,
    /// "Understanding the difficulty of training deep feedforward neural networks" (2010).
    /// </summary>
    /// <param name="tensor">[out, in, …].</param>
    /// <param name="gain">See <see cref="Gain"/>.</param>
    public static Tensor XavierUniform_(Tensor tensor, double gain = 1) =>
        Symmetric("xavier_uniform_", tensor, fan => gain * Math.Sqrt(6.0 / (fan.In + fan.Out)));

    /// <summary>The same with normal numbers.</summary>
    /// <param name="tensor">[out, in, …].</param>
    /// <param name="gain">See <see cref="Gain"/>.</param>
    public static Tensor XavierNormal_(Tensor tensor, double gain = 1) =>
        Centred("xavier_normal_", tensor, fan => gain * Math.Sqrt(2.0 / (fan.In + fan.Out)));

    /// <summary>
    /// Uniform numbers that keep the variance through a layer and its rectifier. He et al., "Delving deep into
    /// rectifiers" (2015).
    /// </summary>
    /// <param name="tensor">[out, in, …].</param>
    /// <param name="a">The slope of the rectifier below 0.</param>
    /// <param name="mode"><c>fan_in</c> keeps it on the way forward, <c>fan_out</c> on the way back.</param>
    /// <param name="nonlinearity">See <see cref="Gain"/>.</param>
    public static Tensor KaimingUniform_(
        Tensor tensor, double a = 0, string mode = "fan_in", string nonlinearity = "leaky_relu") =>
        Symmetric(
            "kaiming_uniform_",
            tensor,
            fan => Gain(nonlinearity, a) * Math.Sqrt(3.0 / fan.Of("kaiming_uniform_", mode)));

    /// <summary>The same with normal numbers.</summary>
    /// <param name="tensor">[out, in, …].</param>
    /// <param name="a">The slope of the rectifier below 0.</param>
    /// <param name="mode"><c>fan_in</c> keeps it on the way forward, <c>fan_out</c> on the way back.</param>
    /// <param name="nonlinearity">See <see cref="Gain"/>.</param>
    public static Tensor KaimingNormal_(
        Tensor tensor, double a = 0, string mode = "fan_in", string nonlinearity = "leaky_relu") =>
        Centred(
            "kaiming_normal_", tensor, fan => Gain(nonlinearity, a) / Math.Sqrt(fan.Of("kaiming_normal_", mode)));

    /// <summary>
    /// Uniform numbers of variance 1/in, as self-normalising networks want them. LeCun et al., "Efficient backprop"
    /// (1998).
    /// </summary>
    /// <param name="tensor">[out, in, …].</param>
    public static Tensor LecunUniform_(Tensor tensor) =>
        Symmetric("lecun_uniform_", tensor, fan => Math.Sqrt(3.0 / fan.In));

    /// <summary>The same with normal numbers.</summary>
    /// <param name="tensor">[out, in, …].</param>
    public static Tensor LecunNormal_(Tensor tensor) =>
        Centred("lecun_normal_", tensor, fan => Math.Sqrt(1.0 / fan.In));

    /// <summary>
    /// A random orthogonal matrix: rows or columns, whichever are fewer, are of length <paramref name="gain"/> and at
    /// right angles. Saxe, McClelland and Ganguli, "Exact solutions to the nonlinear dynamics of learning" (2013).
    /// </summary>
    /// <param name="tensor">[out, …]; what follows the first axis counts as columns.</param>
    /// <param name="gain">See <see cref="Gain"/>.</param>
    public static Tensor Orthogonal_(Tensor tensor, double gain = 1)
    {
        Fan.Of("orthogonal_", tensor);
        var rows = tensor.Shape[0];
        var columns = checked((int)(tensor.Count / Math.Max(1, rows)));
        return Unrecorded(tensor, target =>
        {
            var tall = Tensor.Randn(
                [Math.Max(rows, columns), Math.Min(rows, columns)], dtype: DType.Float64, device: target.Device);
            var (q, r) = Linalg.Qr(tall);

            // With the signs of R's diagonal, every orthogonal matrix is as likely as any other.
            var even = q * r.Diagonal().Sign();
            target.Copy_(((rows < columns ? even.T : even) * gain).Reshape(target.Shape));
        });
    }

    private static Tensor Symmetric(string name, Tensor tensor, Func<Fan, double> bound)
    {
        var reach = bound(Fan.Of(name, tensor));
        return Uniform_(tensor, -reach, reach);
    }

    private static Tensor Centred(string name, Tensor tensor, Func<Fan, double> deviation) =>
        Normal_(tensor, 0, deviation(Fan.Of(name, tensor)));

    private static Tensor Unrecorded(Tensor tensor, Action<Tensor> change)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using (Autograd.NoGrad())
        {
            change(tensor);
        }

        return tensor;
    }

    // The share of normal numbers below one.
    private static double Below(double x) => MathNet.Numerics.Distributions.Normal.CDF(0, 1, x);
}
