using MathNet.Numerics.LinearAlgebra;

namespace NotebookGrad.Tests.Tensors;

public class TensorMathNetTests
{
    [Fact]
    public void A_matrix_becomes_a_tensor_and_back()
    {
        var matrix = Matrix<double>.Build.Dense(2, 3, (row, column) => (10 * row) + column);
        var x = Tensor.Of(matrix, requiresGrad: true);
        Assert.Equal(DType.Float64, x.DType);
        Assert.Equal([0, 1, 2, 10, 11, 12], x.ToArray<double>());
        Assert.Equal(matrix, x.ToMatrix());
        Assert.Equal(matrix.Transpose(), x.T.ToMatrix());
        Assert.Equal(12f, x.ToMatrix<float>()[1, 2]);
    }

    [Fact]
    public void Sparse_and_diagonal_matrices_and_parts_become_tensors()
    {
        Assert.Equal([1f, 0, 0, 1], Tensor.Of(Matrix<float>.Build.SparseIdentity(2)).ToArray<float>());
        Assert.Equal([3.0, 0, 0, 3], Tensor.Of(Matrix<double>.Build.DiagonalIdentity(2) * 3).ToArray<double>());
    }

    [Fact]
    public void A_vector_becomes_a_tensor_and_back()
    {
        var vector = Vector<float>.Build.Dense([1, 2.5f]);
        Assert.Equal([1, 2.5f], Tensor.Of(vector).ToArray<float>());
        Assert.Equal(vector, Tensor.Of(vector).ToVector<float>());
        Assert.Equal([1.0, 2.5], Tensor.Of(vector).ToVector());
    }

    [Fact]
    public void What_is_no_matrix_or_vector_is_an_error_with_the_remedy()
    {
        Says("tomatrix: x [2, 2, 2] is no matrix for MathNet", () => Tensor.Zeros(2, 2, 2).Named("x").ToMatrix());
        Says("tomatrix: x [2, 0] is no matrix for MathNet", () => Tensor.Zeros(2, 0).Named("x").ToMatrix());
        Says("tovector: x [2, 2] is no vector for MathNet", () => Tensor.Zeros(2, 2).Named("x").ToVector());
    }

    private static void Says(string message, Action misuse) =>
        Assert.Contains(message, Assert.Throws<InvalidOperationException>(misuse).Message);
}
