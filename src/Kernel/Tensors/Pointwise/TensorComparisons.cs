using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>
/// Comparisons, element by element: truth values (Bool), without a gradient. Shapes broadcast, dtypes promote; a NaN
/// is neither less than, equal to nor greater than anything. Equality of elements is <c>Eq</c> and <c>Ne</c>, for
/// <c>==</c> and <c>!=</c> tell in C# whether two names stand for the same tensor.
/// </summary>
public static class TensorComparisons
{
    extension(Tensor)
    {
        /// <summary>Where a &lt; b.</summary>
        public static Tensor operator <(Tensor a, Tensor b) => a.Lt(b);

        /// <summary>Where a &lt; b.</summary>
        public static Tensor operator <(Tensor a, Scalar b) => a.Lt(b);

        /// <summary>Where a &lt; b.</summary>
        public static Tensor operator <(Scalar a, Tensor b) => b.Number(a).Lt(b);

        /// <summary>Where a &gt; b.</summary>
        public static Tensor operator >(Tensor a, Tensor b) => a.Gt(b);

        /// <summary>Where a &gt; b.</summary>
        public static Tensor operator >(Tensor a, Scalar b) => a.Gt(b);

        /// <summary>Where a &gt; b.</summary>
        public static Tensor operator >(Scalar a, Tensor b) => b.Number(a).Gt(b);

        /// <summary>Where a ≤ b.</summary>
        public static Tensor operator <=(Tensor a, Tensor b) => a.Le(b);

        /// <summary>Where a ≤ b.</summary>
        public static Tensor operator <=(Tensor a, Scalar b) => a.Le(b);

        /// <summary>Where a ≤ b.</summary>
        public static Tensor operator <=(Scalar a, Tensor b) => b.Number(a).Le(b);

        /// <summary>Where a ≥ b.</summary>
        public static Tensor operator >=(Tensor a, Tensor b) => a.Ge(b);

        /// <summary>Where a ≥ b.</summary>
        public static Tensor operator >=(Tensor a, Scalar b) => a.Ge(b);

        /// <summary>Where a ≥ b.</summary>
        public static Tensor operator >=(Scalar a, Tensor b) => b.Number(a).Ge(b);
    }

    extension(Tensor x)
    {
        /// <summary>Where x equals another.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Eq(Tensor other) => Comparison.Apply<Comparison.Equal>("eq", x, other);

        /// <summary>Where x equals a number.</summary>
        public Tensor Eq(Scalar other) => x.Eq(x.Number(other));

        /// <summary>Where x differs from another.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Ne(Tensor other) => Comparison.Apply<Comparison.NotEqual>("ne", x, other);

        /// <summary>Where x differs from a number.</summary>
        public Tensor Ne(Scalar other) => x.Ne(x.Number(other));

        /// <summary>Where x is less than another.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Lt(Tensor other) => Comparison.Apply<Comparison.Less>("lt", x, other);

        /// <summary>Where x is less than a number.</summary>
        public Tensor Lt(Scalar other) => x.Lt(x.Number(other));

        /// <summary>Where x is greater than another.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Gt(Tensor other) => Comparison.Apply<Comparison.Less>("gt", other, x);

        /// <summary>Where x is greater than a number.</summary>
        public Tensor Gt(Scalar other) => x.Gt(x.Number(other));

        /// <summary>Where x is at most another.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Le(Tensor other) => Comparison.Apply<Comparison.LessOrEqual>("le", x, other);

        /// <summary>Where x is at most a number.</summary>
        public Tensor Le(Scalar other) => x.Le(x.Number(other));

        /// <summary>Where x is at least another.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor Ge(Tensor other) => Comparison.Apply<Comparison.LessOrEqual>("ge", other, x);

        /// <summary>Where x is at least a number.</summary>
        public Tensor Ge(Scalar other) => x.Ge(x.Number(other));
    }
}
