using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Activations: nonlinear functions between layers, element by element.</content>
public static partial class Functional
{
    // The fixed point of mean 0 and variance 1: Klambauer et al., Self-Normalizing Neural Networks, 2017.
    private const double SeluAlpha = 1.6732632423543772848170429916717;
    private const double SeluScale = 1.0507009873554804934193349852946;

    /// <summary>max(x, 0); its derivative at 0 is 0.</summary>
    public static Tensor Relu(Tensor x) => x.Relu();

    /// <summary>min(max(x, 0), 6); its derivative at 0 and 6 is 0.</summary>
    public static Tensor Relu6(Tensor x) => Hardtanh(x, 0, 6);

    /// <summary>x where positive, else slope·x; its derivative at 0 is the slope.</summary>
    public static Tensor LeakyRelu(Tensor x, double negativeSlope = 0.01) =>
        Unary<LeakyRelu>.Apply(new(negativeSlope), x);

    /// <summary>x where positive, else weight·x; its derivatives at 0 are the weight and 0.</summary>
    /// <param name="x">Any shape; axis 1, or the only one, holds the channels.</param>
    /// <param name="weight">One number, or a vector with one for each channel.</param>
    /// <exception cref="ArgumentException">The weight has neither one element nor one for each channel.</exception>
    public static Tensor Prelu(Tensor x, Tensor weight)
    {
        var channels = x.Shape.Rank > 1 ? x.Shape[1] : x.Shape.Rank == 1 ? x.Shape[0] : 1;
        if (weight.Shape.Rank > 1 || (weight.Count != 1 && weight.Count != channels))
        {
            throw new ArgumentException(
                $"prelu: {weight.Describe("weight")} does not fit {x.Describe()}; it must be one number, or a "
                + "vector of "
                + $"{channels}, one for each channel (axis 1)");
        }

        var shape = new int[weight.Count == 1 ? 0 : Math.Max(x.Shape.Rank - 1, 1)];
        Array.Fill(shape, 1);
        if (shape.Length > 0)
        {
            shape[0] = channels;
        }

        return Binary<Prelu>.Apply(x, weight.Reshape(shape));
    }

    /// <summary>x where positive, else α·(eˣ − 1). (Clevert, Unterthiner and Hochreiter, 2015.)</summary>
    public static Tensor Elu(Tensor x, double alpha = 1) => Unary<Elu>.Apply(new(EluVariant.Elu, alpha, 1, 1), x);

    /// <summary>
    /// ELU scaled so that activations keep mean 0 and variance 1. (Klambauer et al., Self-Normalizing Neural Networks,
    /// 2017.)
    /// </summary>
    public static Tensor Selu(Tensor x) => Unary<Elu>.Apply(new(EluVariant.Selu, SeluAlpha, SeluScale, 1), x);

    /// <summary>x where positive, else α·(exp(x/α) − 1), smooth for every α. (Barron, 2017.)</summary>
    public static Tensor Celu(Tensor x, double alpha = 1) =>
        Unary<Elu>.Apply(new(EluVariant.Celu, alpha, 1, 1 / alpha), x);

    /// <summary>x·Φ(x) with the standard normal distribution Φ. (Hendrycks and Gimpel, 2016.)</summary>
    /// <param name="x">Any shape.</param>
    /// <param name="approximate"><c>none</c>, or <c>tanh</c> for Φ approximated by a tanh.</param>
    /// <exception cref="ArgumentException">The approximation is neither.</exception>
    public static Tensor Gelu(Tensor x, string approximate = "none") => approximate switch
    {
        "none" => Unary<Gelu>.Apply(x),
        "tanh" => Unary<GeluTanh>.Apply(x),
        _ => throw new ArgumentException($"gelu: approximate is \"{approximate}\"; it must be \"none\" or \"tanh\""),
    };

    /// <summary>x·sigmoid(x), also called swish.</summary>
    public static Tensor Silu(Tensor x) => Unary<Silu>.Apply(x);

    /// <summary>x·tanh(softplus(x)). (Misra, 2019.)</summary>
    public static Tensor Mish(Tensor x) => Unary<Mish>.Apply(x);

    /// <summary>1/(1 + e⁻ˣ).</summary>
    public static Tensor Sigmoid(Tensor x) => x.Sigmoid();

    /// <summary>log(sigmoid(x)), finite also where sigmoid rounds to 0.</summary>
    public static Tensor LogSigmoid(Tensor x) => Unary<LogSigmoid>.Apply(x);

    /// <summary>The hyperbolic tangent.</summary>
    public static Tensor Tanh(Tensor x) => x.Tanh();

    /// <summary>log(1 + exp(βx))/β, and x itself where βx is above the threshold.</summary>
    public static Tensor Softplus(Tensor x, double beta = 1, double threshold = 20) =>
        Unary<Softplus>.Apply(new(beta, threshold), x);

    /// <summary>x/(1 + |x|).</summary>
    public static Tensor Softsign(Tensor x) => Unary<Softsign>.Apply(x);

    /// <summary>x − tanh(x).</summary>
    public static Tensor Tanhshrink(Tensor x) => x - x.Tanh();

    /// <summary>x, but 0 where |x| ≤ λ.</summary>
    public static Tensor Hardshrink(Tensor x, double lambd = 0.5) =>
        x.MaskedFill(x.Detach().Abs() <= lambd, 0);

    /// <summary>x moved by λ towards 0, and 0 where |x| ≤ λ.</summary>
    /// <exception cref="ArgumentException">λ is negative or NaN.</exception>
    public static Tensor Softshrink(Tensor x, double lambd = 0.5) => lambd >= 0
        ? (x - (lambd * x.Sign())).MaskedFill(x.Detach().Abs() <= lambd, 0)
        : throw new ArgumentException($"softshrink: lambd is {lambd}; {x.Describe()} shrinks by 0 or more");

    /// <summary>x brought to [min, max]; unlike that of <c>Clamp</c>, its derivative at the bounds is 0.</summary>
    public static Tensor Hardtanh(Tensor x, double minVal = -1, double maxVal = 1) =>
        Unary<Hardtanh>.Apply(new(minVal, maxVal), x);

    /// <summary>x/6 + 1/2 brought to [0, 1].</summary>
    public static Tensor Hardsigmoid(Tensor x) => Unary<Hardsigmoid>.Apply(x);

    /// <summary>x·hardsigmoid(x). (Howard et al., Searching for MobileNetV3, 2019.)</summary>
    public static Tensor Hardswish(Tensor x) => Unary<Hardswish>.Apply(x);

    /// <summary>x where above a threshold, else a value.</summary>
    public static Tensor Threshold(Tensor x, double threshold, double value) =>
        Unary<Threshold>.Apply(new(threshold, value), x);
}
