using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Choices among several, soft and hard.</content>
public static partial class Functional
{
    /// <summary>eˣ over its sum along an axis.</summary>
    /// <param name="input">Any shape.</param>
    /// <param name="dim">The axis.</param>
    /// <returns>A tensor of the input's shape.</returns>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static Tensor Softmax(Tensor input, int dim) => input.Softmax(dim);

    /// <summary>The logarithm of <see cref="Softmax"/>, exact where softmax itself would round to 0.</summary>
    /// <param name="input">Any shape.</param>
    /// <param name="dim">The axis.</param>
    /// <returns>A tensor of the input's shape.</returns>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static Tensor LogSoftmax(Tensor input, int dim) => input.LogSoftmax(dim);

    /// <summary>e⁻ˣ over its sum along an axis: softmax of the negative.</summary>
    /// <param name="input">Any shape.</param>
    /// <param name="dim">The axis.</param>
    /// <returns>A tensor of the input's shape.</returns>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public static Tensor Softmin(Tensor input, int dim) => (-input).Softmax(dim);

    /// <summary>
    /// Softmax of logits with noise, so that its greatest entry falls on each class with the probability that softmax
    /// gives to it, and can be differentiated. Jang, Gu and Poole, "Categorical reparameterization with
    /// Gumbel-softmax" (2016).
    /// </summary>
    /// <param name="logits">Real numbers with the classes along an axis.</param>
    /// <param name="tau">The temperature: the lower, the nearer to a hard choice.</param>
    /// <param name="hard">Whether the value is 1 at the greatest and 0 elsewhere; the derivative stays soft.</param>
    /// <param name="dim">The axis of the classes.</param>
    /// <returns>A tensor of the logits' shape.</returns>
    /// <exception cref="ArgumentException">There is no such axis, or the logits are not real numbers.</exception>
    public static Tensor GumbelSoftmax(Tensor logits, double tau = 1, bool hard = false, int dim = -1)
    {
        var exponential = -(1 - Tensor.Rand(logits.Shape, dtype: DType.Float64, device: logits.Device)).Log();
        var soft = ((logits - exponential.Log().To(logits.DType)) / tau).Softmax(dim);
        if (!hard)
        {
            return soft;
        }

        var axis = Axes.Number("gumbel_softmax", logits, dim);
        var greatest = soft.Detach().ArgMax(axis, keepDim: true);
        var one = Tensor.Full(greatest.Shape, 1, dtype: soft.DType, device: soft.Device);
        return new ScatterAdd(axis, greatest, soft.Shape).Apply(one) - soft.Detach() + soft;
    }

    /// <summary>
    /// a·σ(b) for the halves a and b of a tensor along an axis. Dauphin et al., "Language modeling with gated
    /// convolutional networks" (2016).
    /// </summary>
    /// <param name="input">Real numbers, of even length along the axis.</param>
    /// <param name="dim">The axis.</param>
    /// <returns>A tensor half as long along the axis.</returns>
    /// <exception cref="ArgumentException">There is no such axis, or its length is odd.</exception>
    public static Tensor Glu(Tensor input, int dim = -1)
    {
        var axis = Axes.Number("glu", input, dim);
        var length = input.Shape[axis];
        return length % 2 == 0
            ? input.Narrow(axis, 0, length / 2) * input.Narrow(axis, length / 2, length / 2).Sigmoid()
            : throw new ArgumentException(
                $"glu: axis {axis} of {input.Describe()} has odd length {length}; one half gates the other");
    }
}
