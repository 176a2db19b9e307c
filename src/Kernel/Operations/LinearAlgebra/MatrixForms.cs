namespace NotebookGrad.Operations;

/// <summary>Short forms for the derivatives of matrix functions.</summary>
internal static class MatrixForms
{
    extension(Tensor x)
    {
        /// <summary>The diagonals of the matrices in the last two axes.</summary>
        public Tensor Diagonals() => x.Diagonal(0, -2, -1);

        /// <summary>(x + xᵀ)/2, the nearest symmetric matrix.</summary>
        public Tensor Symmetric() => (x + x.MT) * 0.5;

        /// <summary>x − xᵀ.</summary>
        public Tensor Skew() => x - x.MT;

        /// <summary>The elements below the diagonal, mirrored to above it, and the diagonal.</summary>
        public Tensor LowerMirrored() => x.Tril() + x.Tril(-1).MT;

        /// <summary>The matrices without their diagonals.</summary>
        public Tensor OffDiagonal() => x - x.Diagonals().DiagEmbed();

        /// <summary>
        /// From [..., n] the differences x_j − x_i in row i and column j, to divide by; on the diagonal, where nothing
        /// is divided, ones.
        /// </summary>
        public Tensor Gaps() => x.Unsqueeze(-2) - x.Unsqueeze(-1)
            + Tensor.Eye(x.Shape[^1], dtype: x.DType, device: x.Device);

        /// <summary>
        /// The part of x that the orthonormal columns of a basis do not span; exactly nothing where they span
        /// everything.
        /// </summary>
        public Tensor Outside(Tensor basis) => basis.Shape[^1] == basis.Shape[^2]
            ? Tensor.ZerosLike(x)
            : x - basis.MatMul(basis.MT.MatMul(x));
    }
}
