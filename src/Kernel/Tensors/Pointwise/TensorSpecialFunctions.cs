using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Special functions and gates, element by element; whole numbers become float32 first.</summary>
public static class TensorSpecialFunctions
{
    extension(Tensor x)
    {
        /// <summary>The error function.</summary>
        public Tensor Erf() => Unary<Erf>.Apply(x);

        /// <summary>1 − erf(x), exact also where that rounds to 0.</summary>
        public Tensor Erfc() => Unary<Erfc>.Apply(x);

        /// <summary>The inverse of <see cref="Erf"/>; NaN outside of [−1, 1].</summary>
        public Tensor Erfinv() => Unary<Erfinv>.Apply(x);

        /// <summary>log |Γ(x)|; ∞ at 0, −1, −2, ….</summary>
        public Tensor Lgamma() => Unary<Lgamma>.Apply(x);

        /// <summary>The derivative of <see cref="Lgamma"/>.</summary>
        public Tensor Digamma() => Unary<Digamma>.Apply(x);

        /// <summary>A derivative of <see cref="Digamma"/>.</summary>
        /// <exception cref="ArgumentException">The order is negative.</exception>
        public Tensor Polygamma(int n) => n switch
        {
            0 => x.Digamma(),
            > 0 => Unary<Polygamma>.Apply(new(n), x),
            _ => throw new ArgumentException($"polygamma: there is no derivative of order {n}; n must be 0 or more"),
        };

        /// <summary>1/(1 + e⁻ˣ).</summary>
        public Tensor Sigmoid() => Unary<Sigmoid>.Apply(x);

        /// <summary>
        /// log(x/(1 − x)), the inverse of <see cref="Sigmoid"/>; with an eps, x is brought to [eps, 1 − eps] first.
        /// </summary>
        public Tensor Logit(double? eps = null) => Unary<Logit>.Apply(new(eps ?? -1), x);

        /// <summary>max(x, 0); its derivative at 0 is 0.</summary>
        public Tensor Relu() => Unary<Relu>.Apply(x);

        /// <summary>x where positive, else weight·x; its derivative at 0 is the weight.</summary>
        /// <exception cref="ArgumentException">
        /// The weight has neither one element nor one for each channel.
        /// </exception>
        public Tensor Prelu(Tensor weight) => Functional.Prelu(x, weight);

        /// <summary>0 where b ≤ 0, else this: what ReLU does to a gradient.</summary>
        internal Tensor Gate(Tensor b) => Binary<Gate>.Apply(x, b);
    }
}
