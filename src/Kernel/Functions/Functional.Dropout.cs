using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Dropout.</content>
public static partial class Functional
{
    /// <summary>
    /// In training each element becomes 0 with probability p, and the others are divided by 1 − p, so that the mean
    /// stays. Srivastava et al., "Dropout" (2014).
    /// </summary>
    /// <param name="input">Real numbers of any shape.</param>
    /// <param name="p">The probability, from 0 to 1.</param>
    /// <param name="training">Whether to drop; if not, the input itself comes back.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">p is not a probability, or the elements are not real numbers.</exception>
    public static Tensor Dropout(Tensor input, double p = 0.5, bool training = true) =>
        Drop("dropout", input, p, training, input.Shape);

    /// <summary>Drops whole channels of [N, C, L] or [C, L]; see <see cref="Dropout"/>.</summary>
    /// <param name="input">Real numbers [N, C, L] or [C, L].</param>
    /// <param name="p">The probability, from 0 to 1.</param>
    /// <param name="training">Whether to drop; if not, the input itself comes back.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">
    /// p is not a probability, or the input has other axes or no real numbers.
    /// </exception>
    public static Tensor Dropout1d(Tensor input, double p = 0.5, bool training = true) =>
        DropChannels("dropout1d", input, p, training, spatialAxes: 1);

    /// <summary>
    /// Drops whole channels of [N, C, H, W] or [C, H, W]. Tompson et al., "Efficient object localization using
    /// convolutional networks" (2014); see <see cref="Dropout"/>.
    /// </summary>
    /// <param name="input">Real numbers [N, C, H, W] or [C, H, W].</param>
    /// <param name="p">The probability, from 0 to 1.</param>
    /// <param name="training">Whether to drop; if not, the input itself comes back.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">
    /// p is not a probability, or the input has other axes or no real numbers.
    /// </exception>
    public static Tensor Dropout2d(Tensor input, double p = 0.5, bool training = true) =>
        DropChannels("dropout2d", input, p, training, spatialAxes: 2);

    /// <summary>Drops whole channels of [N, C, D, H, W] or [C, D, H, W]; see <see cref="Dropout"/>.</summary>
    /// <param name="input">Real numbers [N, C, D, H, W] or [C, D, H, W].</param>
    /// <param name="p">The probability, from 0 to 1.</param>
    /// <param name="training">Whether to drop; if not, the input itself comes back.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">
    /// p is not a probability, or the input has other axes or no real numbers.
    /// </exception>
    public static Tensor Dropout3d(Tensor input, double p = 0.5, bool training = true) =>
        DropChannels("dropout3d", input, p, training, spatialAxes: 3);

    /// <summary>
    /// Dropout that keeps mean 0 and variance 1: in training an element becomes −λα of SELU with probability p, and all
    /// are scaled and shifted. Klambauer et al., "Self-normalizing neural networks" (2017).
    /// </summary>
    /// <param name="input">Real numbers of any shape.</param>
    /// <param name="p">The probability, from 0 to 1.</param>
    /// <param name="training">Whether to drop; if not, the input itself comes back.</param>
    /// <returns>A tensor of the input's shape and dtype.</returns>
    /// <exception cref="ArgumentException">p is not a probability, or the elements are not real numbers.</exception>
    public static Tensor AlphaDropout(Tensor input, double p = 0.5, bool training = false)
    {
        const string Name = "alpha_dropout";
        const double Saturation = 1.7580993408473766; // λα of SELU
        CheckDropout(Name, input, p);
        if (!training || p == 0 || input.Count == 0)
        {
            return input;
        }

        if (p == 1)
        {
            return new Dropout(Name, Mask(input, p, input.Shape)).Apply(input);
        }

        var scale = 1 / Math.Sqrt(((Saturation * Saturation * p) + 1) * (1 - p));
        var mask = Mask(input, p, input.Shape);
        var shift = (mask - 1 + p) * (Saturation * scale);
        return new Dropout(Name, mask * scale).Apply(input) + shift;
    }

    private static Tensor DropChannels(string name, Tensor input, double p, bool training, int spatialAxes)
    {
        var rank = input.Shape.Rank;
        if (rank != spatialAxes + 1 && rank != spatialAxes + 2)
        {
            throw new ArgumentException(
                $"{name}: {input.Describe()} must have {spatialAxes + 2} axes, [samples, channels, …], or "
                + $"{spatialAxes + 1} without samples");
        }

        var channels = input.Shape.ToArray();
        Array.Fill(channels, 1, rank - spatialAxes, spatialAxes);
        return Drop(name, input, p, training, channels);
    }

    // The mask has a shape that broadcasts to the input's: one draw an element of it.
    private static Tensor Drop(string name, Tensor input, double p, bool training, Shape mask)
    {
        CheckDropout(name, input, p);
        if (!training || p == 0 || input.Count == 0)
        {
            return input;
        }

        return new Dropout(name, p == 1 ? Mask(input, p, mask) : Mask(input, p, mask) / (1 - p)).Apply(input);
    }

    // 1 with probability 1 − p, else 0.
    private static Tensor Mask(Tensor input, double p, Shape shape) =>
        (Tensor.Rand(shape, dtype: DType.Float64, device: input.Device) >= p).To(input.DType);

    private static void CheckDropout(string name, Tensor input, double p)
    {
        if (p is not (>= 0 and <= 1))
        {
            throw new ArgumentException($"{name}: p is {p}; a probability lies from 0 to 1");
        }

        input.OnlyReal(name);
    }
}
