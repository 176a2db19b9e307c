namespace NotebookGrad.Tests.LinearAlgebra;

/// <summary>What decompositions promise, at shapes of all kinds.</summary>
public class DecompositionTests
{
    public static TheoryData<int, int> Shapes => new() { { 5, 5 }, { 7, 4 }, { 4, 7 }, { 1, 1 }, { 3, 1 }, { 1, 3 }, { 0, 3 }, { 3, 0 }, { 0, 0 }, { 40, 40 } };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Qr_is_orthonormal_and_triangular(int rows, int columns)
    {
        var a = Matrix(rows, columns);
        foreach (var mode in new[] { "reduced", "complete" })
        {
            var (q, r) = Linalg.Qr(a, mode);
            AssertClose(a, q.MatMul(r));
            AssertClose(r, r.Triu());
            AssertClose(Tensor.Eye(q.Shape[1], dtype: DType.Float64), q.MT.MatMul(q));
            Assert.Equal(mode == "complete" ? rows : Math.Min(rows, columns), q.Shape[1]);
        }

        var (none, alone) = Linalg.Qr(a, "r");
        Assert.Equal([0], none.Shape.ToArray());
        AssertClose(Linalg.Qr(a).R, alone);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Singular_vectors_are_orthonormal_and_values_descend(int rows, int columns)
    {
        var a = Matrix(rows, columns);
        foreach (var full in new[] { false, true })
        {
            var (u, s, vh) = Linalg.Svd(a, full);
            var k = Math.Min(rows, columns);
            AssertClose(a, (u.Narrow(-1, 0, k) * s).MatMul(vh.Narrow(0, 0, k)));
            AssertClose(Tensor.Eye(full ? rows : k, dtype: DType.Float64), u.MT.MatMul(u));
            AssertClose(Tensor.Eye(full ? columns : k, dtype: DType.Float64), vh.MatMul(vh.MT));
            Assert.Equal(s.ToArray<double>().OrderDescending(), s.ToArray<double>());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(40)]
    public void Eigenvectors_are_orthonormal_and_values_ascend(int size)
    {
        var a = Matrix(size, size);
        foreach (var uplo in new[] { "L", "U" })
        {
            var triangle = uplo == "L" ? a.Tril() : a.Triu();
            var symmetric = triangle + triangle.MT - a.Diagonal().DiagEmbed();
            var (values, vectors) = Linalg.Eigh(a, uplo);
            AssertClose(symmetric, (vectors * values).MatMul(vectors.MT));
            AssertClose(Tensor.Eye(size, dtype: DType.Float64), vectors.MT.MatMul(vectors));
            Assert.Equal(values.ToArray<double>().Order(), values.ToArray<double>());
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(1e3)]
    public void The_exponential_of_a_rotation_turns(double angle)
    {
        var turned = Linalg.MatrixExp(Tensor.Of(new[,] { { 0, -angle }, { angle, 0 } }));
        AssertClose(Tensor.Of(new[,] { { Math.Cos(angle), -Math.Sin(angle) }, { Math.Sin(angle), Math.Cos(angle) } }), turned, 1e-15 * angle + 1e-14);
    }

    [Fact]
    public void A_determinant_beyond_all_numbers_has_a_logarithm()
    {
        var (sign, logarithm) = Linalg.SlogDet(Tensor.Eye(400, dtype: DType.Float64) * -1e10);
        Assert.Equal(1, sign.Item<double>());
        Assert.Equal(4000 * Math.Log(10), logarithm.Item<double>(), 1e-8);
    }

    [Fact]
    public void A_chain_is_multiplied_in_the_cheapest_order()
    {
        // (a·b)·c would take 2,000,000 multiplications more than a·(b·c).
        var (a, b, c) = (Matrix(100, 2).To(DType.Float32), Matrix(2, 100).To(DType.Float32), Matrix(100, 1).To(DType.Float32));
        a.RequiresGrad = true;
        var product = Linalg.MultiDot(a, b, c);
        Assert.Equal([2, 1], product.GradFn.Operands[1].Shape.ToArray());
    }

    [Fact]
    public void Float32_is_computed_in_float64_and_rounded()
    {
        // The condition number of this Hilbert matrix is 5e5: float32 arithmetic would lose all but one digit.
        var hilbert = Tensor.Of(Enumerable.Range(0, 25).Select(i => 1.0 / ((i / 5) + (i % 5) + 1)).ToArray()).Reshape(5, 5).To(DType.Float32);
        var exact = Linalg.Inv(hilbert.To(DType.Float64)).ToArray<double>();
        Assert.Equal(exact.Select(value => (float)value), Linalg.Inv(hilbert).ToArray<float>());
    }

    private static Tensor Matrix(int rows, int columns)
    {
        double[] values = [.. Enumerable.Range(1, rows * columns).Select(i => Math.Sin(i * i))];
        return Tensor.Of<double>(values, [rows, columns]);
    }

    private static void AssertClose(Tensor expected, Tensor actual, double tolerance = 1e-12)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        foreach (var (left, right) in expected.ToArray<double>().Zip(actual.ToArray<double>()))
        {
            Assert.Equal(left, right, tolerance);
        }
    }
}
