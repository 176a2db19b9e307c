namespace NotebookGrad.Tests.Backends;

public class ElementwiseTests
{
    public static TheoryData<DType> Numbers { get; } = [DType.Int64, DType.Float32, DType.Float64];

    [Theory]
    [InlineData(DType.Int64, 7)]
    [InlineData(DType.Float32, 7)]
    [InlineData(DType.Float64, 7)]
    [InlineData(DType.Int64, 71)]
    [InlineData(DType.Float32, 71)]
    [InlineData(DType.Float64, 71)]
    public void A_number_that_a_row_repeats_is_met_by_every_element(DType dtype, int height)
    {
        var (column, row) = (Whole(height, dtype).Reshape(height, 1), Whole(2_503, dtype).Reshape(1, 2_503));
        Check((a, b) => a + b, column, row, (a, b) => a + b);
        Check((a, b) => a - b, column, row, (a, b) => a - b);
        Check((a, b) => a * b, column, row, (a, b) => a * b);
        Check((a, b) => a.Maximum(b), column, row, Math.Max);
        Check((a, b) => a - b, column, row[.., (.., 2)], (a, b) => a - b);
        Check((a, b) => a - b, column, row.Flip(1), (a, b) => a - b);
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void Quotients_by_and_of_a_repeated_number_are_those_of_the_elements(DType dtype) =>
        Check(
            (a, b) => a / b, Whole(7, dtype).Reshape(7, 1), Whole(2_503, dtype).Reshape(1, 2_503) + 0.5,
            (a, b) => dtype == DType.Float32 ? (float)a / (float)b : a / b);

    [Fact]
    public void Not_a_number_and_infinities_pass_a_repeated_number()
    {
        var row = Tensor.Of([float.NaN, float.PositiveInfinity, -0f, 1]);
        Assert.Equal(
            [float.NaN, float.NaN, float.NegativeInfinity, float.NaN, float.NaN, -0f, float.NegativeInfinity, 0],
            (row.Reshape(4, 1) * Tensor.Of([float.NegativeInfinity, 0])).ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Results_go_where_elements_do_not_lie_side_by_side(DType dtype)
    {
        var target = Tensor.Zeros([2_503, 6], dtype: dtype);
        var (column, row) = (Whole(3, dtype).Reshape(3, 1), Whole(2_503, dtype));
        target.T[(.., 2)].Add_(column).Mul_(row);
        var expected = Values(target.T[(.., 2)]);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(Values(column)[i / 2_503] * Values(row)[i % 2_503], expected[i]);
        }

        Assert.Equal(0, target.T[(1.., 2)].Abs().Sum().Item<double>());
    }

    [Fact]
    public void Each_element_of_a_long_row_has_the_bits_that_it_has_in_a_short_one()
    {
        var x = Tensor.Linspace(-9, 9, 270_001);
        foreach (var function in (Func<Tensor, Tensor>[])[x => x.Exp(), x => x.Tanh(), x => x.Sigmoid()])
        {
            var pieces = Enumerable.Range(0, 264).Select(i => function(x[(i * 1024)..Math.Min(270_001, (i + 1) * 1024)]));
            Assert.Equal(function(x).ToArray<float>(), Tensor.Cat([.. pieces]).ToArray<float>());
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_is_small_is_met_wherever_it_lies(DType dtype)
    {
        var (x, row) = (Whole(120, dtype).Reshape(2, 3, 4, 5), Whole(5, dtype) + 1);
        foreach (var operand in (Tensor[])[
            row, row.Flip(0), Whole(12, dtype).Reshape(3, 4, 1), Whole(10, dtype).Reshape(2, 1, 1, 5),
            Whole(60, dtype).Reshape(5, 4, 3).Permute(2, 1, 0), Whole(9, dtype)[(.., 2)], Whole(1, dtype)])
        {
            var expanded = operand.Expand(x.Shape).Contiguous();
            Assert.Equal(Values(x - expanded), Values(x - operand));
            Assert.Equal(Values(expanded - x), Values(operand - x));
        }
    }

    // −50 to 50, exact in every dtype.
    private static Tensor Whole(int count, DType dtype) => (((Tensor.Arange(count) * 37) % 101) - 50).To(dtype);

    private static double[] Values(Tensor x) => x.To(DType.Float64).Contiguous().ToArray<double>();

    [Fact]
    public void A_large_result_of_any_element_size_and_place_is_whole()
    {
        foreach (var dtype in (DType[])[DType.Int64, DType.Float32, DType.Float64])
        {
            var x = Whole(401 * 403, dtype);
            var target = Tensor.Zeros([(401 * 407) + 5], dtype: dtype);
            target[3..^2].Reshape(401, 407)[.., ..403].Add_(x.Reshape(403, 401).T);
            var expected = Values(x);
            var values = Values(target);
            for (var i = 0; i < 401; i++)
            {
                for (var j = 0; j < 407; j++)
                {
                    Assert.Equal(j < 403 ? expected[(j * 401) + i] : 0, values[3 + (i * 407) + j]);
                }
            }
        }
    }

    private static void Check(
        Func<Tensor, Tensor, Tensor> function, Tensor column, Tensor row, Func<double, double, double> plain)
    {
        var (left, right) = (Values(column), Values(row));
        Compare(function(column, row), (i, j) => plain(left[i], right[j]));
        Compare(function(row, column), (i, j) => plain(right[j], left[i]));

        void Compare(Tensor result, Func<int, int, double> expected)
        {
            var values = Values(result);
            for (var i = 0; i < values.Length; i++)
            {
                Assert.Equal(expected(i / row.Shape[1], i % row.Shape[1]), values[i]);
            }
        }
    }
}
