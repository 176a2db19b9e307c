namespace NotebookGrad.Tests.Backends;

public class ReductionTests
{
    public static TheoryData<DType> Numbers { get; } = [DType.Int64, DType.Float32, DType.Float64];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Elements_at_any_distance_are_summed_and_no_others(DType dtype)
    {
        foreach (var stride in Enumerable.Range(1, 20))
        {
            foreach (var length in new[] { 1, 2, 63, 1_000, 4_099 })
            {
                // What does not count is not a number, or too much.
                var all = Tensor.Full([2 * stride * length], dtype.IsReal ? double.NaN : 1L << 40, dtype: dtype);
                var view = all.Reshape(2, length, stride)[.., .., stride / 2];
                view.Copy_(Whole(2 * length, dtype).Reshape(2, length));
                var values = Values(view);
                foreach (var seen in new[] { view, view.Flip(0), view.Flip(1), view.Flip(0, 1), view.T })
                {
                    Assert.Equal(values.Sum(), seen.Sum().Item<double>());
                    Assert.Equal(values.Max(), seen.Max().Item<double>());
                }

                Assert.Equal([values[..length].Sum(), values[length..].Sum()], Values(view.Sum(1)));
            }
        }
    }

    [Fact]
    public void Not_a_number_among_elements_at_a_distance_is_found()
    {
        var x = Tensor.Zeros(9_001);
        x[8_000] = double.NaN;
        Assert.True(double.IsNaN(x[(.., 2)].Sum().Item<double>()));
        Assert.True(double.IsNaN(x[(.., 2)].Max().Item<double>()));
        Assert.Equal(0, x[(1.., 2)].Sum().Item<double>());
    }

    [Fact]
    public void A_long_sum_of_elements_at_a_distance_is_as_exact_as_one_of_neighbours()
    {
        var x = Tensor.Full([1 << 22, 2], 0.1);
        Assert.Equal(0.1f * (double)(1 << 22), x[.., 0].Sum().Item<double>(), 0.5);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Axes_are_reduced_in_whichever_order_elements_lie(DType dtype)
    {
        var x = Whole(2 * 3 * 4 * 5, dtype).Reshape(2, 3, 4, 5);
        var scattered = x.Permute(3, 1, 0, 2).Contiguous().Permute(2, 1, 3, 0);
        foreach (int[] axes in (int[][])[[0], [1], [3], [0, 1], [1, 2], [2, 3], [0, 2], [1, 3], [0, 3], [0, 1, 2]])
        {
            Assert.Equal(Values(scattered.Sum(axes)), Values(x.Sum(axes)));
            Assert.Equal(Values(scattered.Amax(axes)), Values(x.Amax(axes)));
        }

        Assert.Equal(
            Enumerable.Range(0, 3).Select(i => Values(x).Chunk(60).Sum(half => half[(20 * i)..][..20].Sum())),
            Values(x.Sum([0, 2, 3])));
    }

    private static Tensor Whole(int count, DType dtype) => (((Tensor.Arange(count) * 37) % 101) - 50).To(dtype);

    private static double[] Values(Tensor x) => x.To(DType.Float64).Contiguous().ToArray<double>();
}
