using MathNet.Numerics.LinearAlgebra;

namespace NotebookGrad;

/// <summary>Between tensors and the matrices and vectors of MathNet.Numerics; elements are copied.</summary>
public static class TensorMathNet
{
    extension(Tensor)
    {
        /// <summary>A tensor of shape [rows, columns] with a copy of a matrix.</summary>
        public static Tensor Of<T>(
            Matrix<T> values, bool requiresGrad = false, DType? dtype = null, Device? device = null)
            where T : unmanaged, IEquatable<T>, IFormattable => TensorCreation.Make<T>(
            values.ToRowMajorArray(), [values.RowCount, values.ColumnCount], requiresGrad, dtype, device);

        /// <summary>A tensor of shape [n] with a copy of a vector.</summary>
        public static Tensor Of<T>(
            Vector<T> values, bool requiresGrad = false, DType? dtype = null, Device? device = null)
            where T : unmanaged, IEquatable<T>, IFormattable => TensorCreation.Make<T>(
            values.ToArray(), [values.Count], requiresGrad, dtype, device);
    }

    extension(Tensor x)
    {
        /// <summary>A tensor of two axes as a MathNet matrix of doubles.</summary>
        /// <exception cref="InvalidOperationException">There are not two axes, or one is empty.</exception>
        public Matrix<double> ToMatrix() => x.ToMatrix<double>();

        /// <summary>A tensor of two axes as a MathNet matrix.</summary>
        /// <exception cref="InvalidOperationException">
        /// There are not two axes, one is empty, or T cannot hold the dtype.
        /// </exception>
        public Matrix<T> ToMatrix<T>()
            where T : unmanaged, IEquatable<T>, IFormattable => x.Shape.Rank == 2 && x.Count > 0
            ? Matrix<T>.Build.DenseOfRowMajor(x.Shape[0], x.Shape[1], x.ToArray<T>())
            : throw new InvalidOperationException(
                $"tomatrix: {x.Describe()} is no matrix for MathNet, which has two axes, neither of length 0; take a "
                + "part, as in x[0], or reshape it");

        /// <summary>A tensor of one axis as a MathNet vector of doubles.</summary>
        /// <exception cref="InvalidOperationException">There is not one axis, or it is empty.</exception>
        public Vector<double> ToVector() => x.ToVector<double>();

        /// <summary>A tensor of one axis as a MathNet vector.</summary>
        /// <exception cref="InvalidOperationException">
        /// There is not one axis, it is empty, or T cannot hold the dtype.
        /// </exception>
        public Vector<T> ToVector<T>()
            where T : unmanaged, IEquatable<T>, IFormattable => x.Shape.Rank == 1 && x.Count > 0
            ? Vector<T>.Build.Dense(x.ToArray<T>())
            : throw new InvalidOperationException(
                $"tovector: {x.Describe()} is no vector for MathNet, which has one axis, not of length 0; reshape it "
                + "with x.Reshape(-1)");
    }
}
