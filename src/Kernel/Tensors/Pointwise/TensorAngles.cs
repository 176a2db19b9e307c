using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Circular and hyperbolic functions and their inverses, element by element; angles are in radians.</summary>
public static class TensorAngles
{
    extension(Tensor x)
    {
        /// <summary>The sine.</summary>
        public Tensor Sin() => Unary<Sin>.Apply(x);

        /// <summary>The cosine.</summary>
        public Tensor Cos() => Unary<Cos>.Apply(x);

        /// <summary>The tangent.</summary>
        public Tensor Tan() => Unary<Tan>.Apply(x);

        /// <summary>The arc sine; NaN outside of [−1, 1].</summary>
        public Tensor Asin() => Unary<Asin>.Apply(x);

        /// <summary>The arc cosine; NaN outside of [−1, 1].</summary>
        public Tensor Acos() => Unary<Acos>.Apply(x);

        /// <summary>The arc tangent.</summary>
        public Tensor Atan() => Unary<Atan>.Apply(x);

        /// <summary>The angle from −π to π of the point (x, y) = (other, this).</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Atan2(Tensor other) => Binary<Atan2>.Apply(x, other);

        /// <summary>The hyperbolic sine.</summary>
        public Tensor Sinh() => Unary<Sinh>.Apply(x);

        /// <summary>The hyperbolic cosine.</summary>
        public Tensor Cosh() => Unary<Cosh>.Apply(x);

        /// <summary>The hyperbolic tangent.</summary>
        public Tensor Tanh() => Unary<Tanh>.Apply(x);

        /// <summary>The inverse of <see cref="Sinh"/>.</summary>
        public Tensor Asinh() => Unary<Asinh>.Apply(x);

        /// <summary>The inverse of <see cref="Cosh"/>; NaN below 1.</summary>
        public Tensor Acosh() => Unary<Acosh>.Apply(x);

        /// <summary>The inverse of <see cref="Tanh"/>; NaN outside of [−1, 1].</summary>
        public Tensor Atanh() => Unary<Atanh>.Apply(x);

        /// <summary>√(x² + y²) without overflow; its derivative at the origin is NaN.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Hypot(Tensor other) => Binary<Hypot>.Apply(x, other);

        /// <summary>sin(πx)/(πx), 1 at 0.</summary>
        public Tensor Sinc() => Unary<Sinc>.Apply(x);

        /// <summary>Degrees as radians.</summary>
        public Tensor Deg2Rad() => x * (Math.PI / 180);

        /// <summary>Radians as degrees.</summary>
        public Tensor Rad2Deg() => x * (180 / Math.PI);
    }
}
