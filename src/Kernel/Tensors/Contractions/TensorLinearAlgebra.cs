using NotebookGrad.Operations;

namespace NotebookGrad;

/// <summary>Functions of matrices that PyTorch has as methods; <see cref="Linalg"/> has them all.</summary>
public static class TensorLinearAlgebra
{
    extension(Tensor x)
    {
        /// <summary>The last two axes exchanged, as a view.</summary>
        /// <exception cref="ArgumentException">There are fewer than two axes.</exception>
        public Tensor MT => x.MatricesOfAny("mt").Transpose(-2, -1);

        /// <summary>The inverse of square matrices.</summary>
        /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
        /// <exception cref="InvalidOperationException">One is singular; the message tells which.</exception>
        public Tensor Inverse() => Linalg.Inv(x);

        /// <summary>The Moore–Penrose inverse of matrices.</summary>
        /// <param name="rcond">Singular values up to this part of the greatest count as zero.</param>
        /// <exception cref="ArgumentException">They are no matrices, or not of real numbers.</exception>
        public Tensor Pinverse(double rcond = 1e-15) => Linalg.Pinv(x, rtol: rcond);

        /// <summary>The determinant of square matrices.</summary>
        /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
        public Tensor Det() => Linalg.Det(x);

        /// <summary>
        /// The logarithm of the determinant of square matrices, without overflow; NaN where it is negative.
        /// </summary>
        /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
        public Tensor LogDet() => new LogDeterminant(ofAbsolute: false).Apply(x.SquareMatrices("logdet"));

        /// <summary>The sign of the determinant and the logarithm of its absolute value.</summary>
        /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
        public SlogDetResult SlogDet() => Linalg.SlogDet(x);

        /// <summary>The sum of a matrix's diagonal; shape [].</summary>
        /// <exception cref="ArgumentException">There are not two axes.</exception>
        public Tensor Trace() => x.Shape.Rank == 2
            ? Operations.Trace.Instance.Apply(x.DType == DType.Bool ? x.To(DType.Int64) : x)
            : throw new ArgumentException($"trace: {x.Describe()} is no matrix; it needs two axes");

        /// <summary>eᴬ of square matrices.</summary>
        /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
        public Tensor MatrixExp() => Linalg.MatrixExp(x);

        /// <summary>Aⁿ of square matrices; of the inverse if n is negative.</summary>
        /// <exception cref="ArgumentException">They are not square, or not of real numbers.</exception>
        /// <exception cref="InvalidOperationException">n is negative and a matrix singular.</exception>
        public Tensor MatrixPower(int n) => Linalg.MatrixPower(x, n);

        /// <summary>
        /// The Kronecker product: each element of this tensor times the whole of another. Where one has fewer axes,
        /// axes of length 1 are put in front; the lengths multiply.
        /// </summary>
        public Tensor Kron(Tensor other)
        {
            var rank = Math.Max(x.Shape.Rank, other.Shape.Rank);
            var dtype = Promotion.Common(x, other);
            var factor = dtype == DType.Bool ? DType.Int64 : dtype;
            return Kronecker.Instance.Apply(Padded(x, rank).To(factor), Padded(other, rank).To(factor)).To(dtype);
        }

        /// <summary>X in A·X = B, where this tensor is B and A = L·Lᵀ is given by its Cholesky factor.</summary>
        /// <param name="factor">L, or Lᵀ, shape [..., n, n].</param>
        /// <param name="upper">Whether the factor is Lᵀ.</param>
        /// <exception cref="ArgumentException">Shapes or dtypes do not fit.</exception>
        public Tensor CholeskySolve(Tensor factor, bool upper = false)
        {
            var first = Linalg.SolveTriangular(upper ? factor.MT : factor, x, upper: false);
            return Linalg.SolveTriangular(upper ? factor : factor.MT, first, upper: true);
        }

        /// <summary>A⁻¹, where this tensor is the Cholesky factor L of A = L·Lᵀ.</summary>
        /// <param name="upper">Whether it is Lᵀ.</param>
        /// <exception cref="ArgumentException">It is not square, or not of real numbers.</exception>
        public Tensor CholeskyInverse(bool upper = false)
        {
            var size = x.SquareMatrices("cholesky_inverse").Shape[^1];
            return Tensor.Eye(size, dtype: x.DType, device: x.Device).CholeskySolve(x, upper);
        }
    }

    private static Tensor Padded(Tensor x, int rank) => x.Reshape(
        new Shape([.. Enumerable.Repeat(1, rank - x.Shape.Rank), .. x.Shape.Lengths]));
}
