namespace NotebookGrad;

/// <summary>
/// Powers, logarithms and what is made of them in place,
/// under PyTorch's underscored names; each returns the tensor.
/// </summary>
/// <remarks>
/// All of them throw <see cref="InvalidOperationException"/> where the tensor's dtype cannot hold the result, or where
/// the tensor is a leaf that requires a gradient and operations are recorded.
/// </remarks>
public static class TensorExponentialsInPlace
{
    extension(Tensor target)
    {
        /// <summary>eˣ of each element, in place.</summary>
        public Tensor Exp_() => InPlace.Apply("exp_", target, x => x.Exp());

        /// <summary>2ˣ of each element, in place.</summary>
        public Tensor Exp2_() => InPlace.Apply("exp2_", target, x => x.Exp2());

        /// <summary>eˣ − 1 of each element, in place.</summary>
        public Tensor Expm1_() => InPlace.Apply("expm1_", target, x => x.Expm1());

        /// <summary>The natural logarithm of each element, in place.</summary>
        public Tensor Log_() => InPlace.Apply("log_", target, x => x.Log());

        /// <summary>The logarithm to base 2 of each element, in place.</summary>
        public Tensor Log2_() => InPlace.Apply("log2_", target, x => x.Log2());

        /// <summary>The logarithm to base 10 of each element, in place.</summary>
        public Tensor Log10_() => InPlace.Apply("log10_", target, x => x.Log10());

        /// <summary>log(1 + x) of each element, in place.</summary>
        public Tensor Log1p_() => InPlace.Apply("log1p_", target, x => x.Log1p());

        /// <summary>√x of each element, in place.</summary>
        public Tensor Sqrt_() => InPlace.Apply("sqrt_", target, x => x.Sqrt());

        /// <summary>1/√x of each element, in place.</summary>
        public Tensor Rsqrt_() => InPlace.Apply("rsqrt_", target, x => x.Rsqrt());

        /// <summary>x² of each element, in place.</summary>
        public Tensor Square_() => InPlace.Apply("square_", target, x => x.Square());

        /// <summary>1/x of each element, in place.</summary>
        public Tensor Reciprocal_() => InPlace.Apply("reciprocal_", target, x => x.Reciprocal());

        /// <summary>xᵖ of each element, in place.</summary>
        public Tensor Pow_(Scalar exponent) => InPlace.Apply("pow_", target, x => x.Pow(exponent));

        /// <summary>xᵖ element by element, in place; the exponent broadcasts.</summary>
        public Tensor Pow_(Tensor exponent) => InPlace.Apply("pow_", target, x => x.Pow(exponent));

        /// <summary>x·log(y) element by element, in place; y broadcasts.</summary>
        public Tensor Xlogy_(Tensor other) => InPlace.Apply("xlogy_", target, x => x.Xlogy(other));

        /// <summary>1/(1 + e⁻ˣ) of each element, in place.</summary>
        public Tensor Sigmoid_() => InPlace.Apply("sigmoid_", target, x => x.Sigmoid());

        /// <summary>max(x, 0) of each element, in place.</summary>
        public Tensor Relu_() => InPlace.Apply("relu_", target, x => x.Relu());

        /// <summary>log(x/(1 − x)) of each element, in place; with ε of x kept from ε to 1 − ε.</summary>
        public Tensor Logit_(double? eps = null) => InPlace.Apply("logit_", target, x => x.Logit(eps));

        /// <summary>The error function of each element, in place.</summary>
        public Tensor Erf_() => InPlace.Apply("erf_", target, x => x.Erf());

        /// <summary>1 − erf(x) of each element, in place.</summary>
        public Tensor Erfc_() => InPlace.Apply("erfc_", target, x => x.Erfc());

        /// <summary>The inverse error function of each element, in place.</summary>
        public Tensor Erfinv_() => InPlace.Apply("erfinv_", target, x => x.Erfinv());

        /// <summary>log|Γ(x)| of each element, in place.</summary>
        public Tensor Lgamma_() => InPlace.Apply("lgamma_", target, x => x.Lgamma());

        /// <summary>The derivative of log Γ of each element, in place.</summary>
        public Tensor Digamma_() => InPlace.Apply("digamma_", target, x => x.Digamma());
    }
}
