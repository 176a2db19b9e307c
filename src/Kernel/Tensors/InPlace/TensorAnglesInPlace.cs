namespace NotebookGrad;

/// <summary>Functions of angles in place, under PyTorch's underscored names; each returns the tensor.</summary>
/// <remarks>
/// All of them throw <see cref="InvalidOperationException"/> where the tensor's dtype cannot hold the result, or where
/// the tensor is a leaf that requires a gradient and operations are recorded.
/// </remarks>
public static class TensorAnglesInPlace
{
    extension(Tensor target)
    {
        /// <summary>The sine of each element, in place.</summary>
        public Tensor Sin_() => InPlace.Apply("sin_", target, x => x.Sin());

        /// <summary>The cosine of each element, in place.</summary>
        public Tensor Cos_() => InPlace.Apply("cos_", target, x => x.Cos());

        /// <summary>The tangent of each element, in place.</summary>
        public Tensor Tan_() => InPlace.Apply("tan_", target, x => x.Tan());

        /// <summary>The inverse sine of each element, in place.</summary>
        public Tensor Asin_() => InPlace.Apply("asin_", target, x => x.Asin());

        /// <summary>The inverse cosine of each element, in place.</summary>
        public Tensor Acos_() => InPlace.Apply("acos_", target, x => x.Acos());

        /// <summary>The inverse tangent of each element, in place.</summary>
        public Tensor Atan_() => InPlace.Apply("atan_", target, x => x.Atan());

        /// <summary>The hyperbolic sine of each element, in place.</summary>
        public Tensor Sinh_() => InPlace.Apply("sinh_", target, x => x.Sinh());

        /// <summary>The hyperbolic cosine of each element, in place.</summary>
        public Tensor Cosh_() => InPlace.Apply("cosh_", target, x => x.Cosh());

        /// <summary>The hyperbolic tangent of each element, in place.</summary>
        public Tensor Tanh_() => InPlace.Apply("tanh_", target, x => x.Tanh());

        /// <summary>The inverse hyperbolic sine of each element, in place.</summary>
        public Tensor Asinh_() => InPlace.Apply("asinh_", target, x => x.Asinh());

        /// <summary>The inverse hyperbolic cosine of each element, in place.</summary>
        public Tensor Acosh_() => InPlace.Apply("acosh_", target, x => x.Acosh());

        /// <summary>The inverse hyperbolic tangent of each element, in place.</summary>
        public Tensor Atanh_() => InPlace.Apply("atanh_", target, x => x.Atanh());

        /// <summary>sin(πx)/(πx) of each element, in place.</summary>
        public Tensor Sinc_() => InPlace.Apply("sinc_", target, x => x.Sinc());

        /// <summary>Degrees to radians, in place.</summary>
        public Tensor Deg2Rad_() => InPlace.Apply("deg2rad_", target, x => x.Deg2Rad());

        /// <summary>Radians to degrees, in place.</summary>
        public Tensor Rad2Deg_() => InPlace.Apply("rad2deg_", target, x => x.Rad2Deg());
    }
}
