namespace NotebookGrad.Tests.LinearAlgebra;

/// <summary>Equal or vanishing singular values and eigenvalues, and singular matrices.</summary>
public class DegenerateTests
{
    private static readonly double[,] RankOne = { { 1, 2, 3 }, { 2, 4, 6 }, { -1, -2, -3 } };

    [Fact]
    public void Equal_eigenvalues_have_a_gradient_where_no_eigenvector_is_used()
    {
        var a = Tensor.Eye(3, requiresGrad: true, dtype: DType.Float64);
        Linalg.EigValsh(a).Sum().Backward();
        AssertClose(Tensor.Eye(3, dtype: DType.Float64), a.Grad);
    }

    [Fact]
    public void Equal_eigenvalues_have_no_gradient_through_eigenvectors()
    {
        var a = Tensor.Eye(2, requiresGrad: true, dtype: DType.Float64);
        (Linalg.Eigh(a).Eigenvectors * Tensor.Of(new double[,] { { 1, 2 }, { 3, 5 } })).Sum().Backward();
        Assert.All(a.Grad.ToArray<double>(), value => Assert.False(double.IsFinite(value)));
    }

    [Fact]
    public void Equal_eigenvalues_have_no_second_gradient_rather_than_a_wrong_one()
    {
        var a = Tensor.Eye(2, requiresGrad: true, dtype: DType.Float64);
        var gradient = Autograd.Grad(Linalg.EigValsh(a).Pow(2).Sum(), [a], createGraph: true)[0];
        AssertClose(2 * Tensor.Eye(2, dtype: DType.Float64), gradient);
        (gradient * Tensor.Of(new double[,] { { 1, 2 }, { 3, 5 } })).Sum().Backward();
        Assert.Contains(a.Grad.ToArray<double>(), double.IsNaN);
    }

    [Fact]
    public void Vanishing_singular_values_have_a_gradient_where_no_singular_vector_is_used()
    {
        foreach (var x in new[] { Tensor.Of(RankOne), Tensor.Of(RankOne)[..2], Tensor.Zeros(3, 2, dtype: DType.Float64) })
        {
            x.RequiresGrad = true;
            var (u, _, vh) = Linalg.Svd(x.Detach(), fullMatrices: false);
            Linalg.SvdVals(x).Sum().Backward();
            AssertClose(u.MatMul(vh), x.Grad);
        }
    }

    // The determinant of three rows is linear in each, so that its second derivative in a direction is known: that of
    // det(A + sX + tY) by s and t at 0, for rank 1 the rows of A in turn with two rows of X and Y.
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_determinant_has_first_and_second_gradients_at_any_rank(double scale)
    {
        var a = Tensor.Of(RankOne) * scale;
        var x = Tensor.Of(new double[,] { { 1, -2, 0.5 }, { 3, 1, -1 }, { 0.25, 2, 4 } });
        var y = Tensor.Of(new double[,] { { -1, 0.5, 2 }, { 1, 2, 3 }, { 5, -4, 1 } });
        a.RequiresGrad = true;
        var gradient = Autograd.Grad(a.Det(), [a], createGraph: true)[0];
        AssertClose(Tensor.Zeros(3, 3, dtype: DType.Float64), gradient);

        var expected = 0.0;
        Tensor[] rows = [a.Detach(), x, y];
        foreach (var order in new int[][] { [0, 1, 2], [0, 2, 1], [1, 0, 2], [2, 0, 1], [1, 2, 0], [2, 1, 0] })
        {
            expected += Determinant(order.Select((which, row) => rows[which][row].ToArray<double>()).ToArray());
        }

        var second = Autograd.Grad((gradient * x).Sum(), [a])[0];
        Assert.Equal(expected, (second * y).Sum().Item<double>(), 1e-10);
    }

    [Fact]
    public void A_determinant_at_equal_singular_values_has_third_gradients()
    {
        var a = Tensor.Eye(2, requiresGrad: true, dtype: DType.Float64);
        var cubed = a.Det().Pow(3);
        var gradient = Autograd.Grad(cubed, [a], createGraph: true)[0];
        var second = Autograd.Grad(gradient[0, 0], [a], createGraph: true)[0];
        var third = Autograd.Grad(second[0, 0], [a])[0];

        // d³/dx³ of (x·y − z·w)³ is 6y³, and by x, x and y it is 18xy².
        AssertClose(Tensor.Of(new double[,] { { 6, 0 }, { 0, 18 } }), third);
    }

    [Fact]
    public void The_logarithm_of_a_vanishing_determinant_is_minus_infinity()
    {
        var (sign, logarithm) = Linalg.SlogDet(Tensor.Of(RankOne));
        Assert.Equal(0, sign.Item<double>());
        Assert.Equal(double.NegativeInfinity, logarithm.Item<double>());
        Assert.Equal(double.NegativeInfinity, Tensor.Of(RankOne).LogDet().Item<double>());
        Assert.Equal(double.NaN, Tensor.Of(new double[,] { { 0, 1 }, { 1, 0 } }).LogDet().Item<double>());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(double.PositiveInfinity)]
    public void The_condition_of_a_singular_matrix_is_infinite(double p) =>
        Assert.InRange(Linalg.Cond(Tensor.Of(RankOne), p).Item<double>(), 1e15, double.PositiveInfinity);

    [Fact]
    public void Rank_counts_singular_values_above_rounding()
    {
        var stack = Tensor.Stack([Tensor.Of(RankOne), Tensor.Eye(3, dtype: DType.Float64), Tensor.Zeros(3, 3, dtype: DType.Float64)]);
        Assert.Equal([1L, 3, 0], Linalg.MatrixRank(stack).ToArray<long>());
        Assert.Equal([1L, 0, 0], Linalg.MatrixRank(stack, atol: 2).ToArray<long>());
    }

    [Fact]
    public void A_least_squares_problem_of_deficient_rank_has_its_shortest_answer()
    {
        var b = Tensor.Of([1.0, 2, 5]);
        var (solution, residuals, rank, values) = Linalg.Lstsq(Tensor.Of(RankOne), b);

        // A = c·rᵀ with |c|² = 6 and |r|² = 14, so that x = r·(c·b)/84 with c·b = 0.
        AssertClose(Tensor.Zeros(3, dtype: DType.Float64), solution);
        Assert.Equal(1, rank.Item<long>());
        Assert.Equal(0, residuals.Shape[0]);
        Assert.Equal(Math.Sqrt(84), values.ToArray<double>()[0], 1e-12);
    }

    private static double Determinant(double[][] r) =>
        (r[0][0] * ((r[1][1] * r[2][2]) - (r[1][2] * r[2][1])))
        - (r[0][1] * ((r[1][0] * r[2][2]) - (r[1][2] * r[2][0])))
        + (r[0][2] * ((r[1][0] * r[2][1]) - (r[1][1] * r[2][0])));

    private static void AssertClose(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.Shape, actual.Shape);
        foreach (var (left, right) in expected.Detach().ToArray<double>().Zip(actual.Detach().ToArray<double>()))
        {
            Assert.Equal(left, right, 1e-12);
        }
    }
}
