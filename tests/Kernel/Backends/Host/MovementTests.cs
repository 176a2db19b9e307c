namespace NotebookGrad.Tests.Backends;

public class MovementTests
{
    public static TheoryData<DType> All { get; } = [DType.Bool, DType.Int64, DType.Float32, DType.Float64];

    public static TheoryData<DType> Numbers { get; } = [DType.Int64, DType.Float32, DType.Float64];

    [Theory]
    [MemberData(nameof(All))]
    public void Transposed_copies_have_every_element_in_its_place(DType dtype)
    {
        foreach (var (height, width) in new[] { (1, 70), (3, 3), (4, 4), (33, 31), (64, 96), (101, 67) })
        {
            var x = Whole(height * width, dtype).Reshape(height, width);
            foreach (var view in new[] { x, x.Flip(0), x.Flip(1), x[.., (.., 2)], x[(.., 3), ..] })
            {
                var (values, turned) = (Values(view), Values(view.T.Contiguous()));
                var (rows, columns) = (view.Shape[0], view.Shape[1]);
                for (var i = 0; i < values.Length; i++)
                {
                    Assert.Equal(values[i], turned[(i % columns * rows) + (i / columns)]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Lines_are_summed_up_along_any_axis_of_any_view(DType dtype)
    {
        var x = Whole(6 * 37 * 19, dtype).Reshape(6, 37, 19);
        Tensor[] views = [x, x.Permute(2, 0, 1), x.Flip(0, 1, 2), x[.., (.., 2), (1.., 3)], x[.., ..5, ..3]];
        foreach (var view in views)
        {
            var values = Values(view);
            int[] lengths = [view.Shape[0], view.Shape[1], view.Shape[2]];
            for (var axis = 0; axis < 3; axis++)
            {
                var step = lengths[(axis + 1)..].Aggregate(1, (product, length) => product * length);
                var (sums, greatest) = (Values(view.CumSum(axis)), Values(view.CumMax(axis).Values));
                for (var i = 0; i < values.Length; i++)
                {
                    var isFirst = i / step % lengths[axis] == 0;
                    Assert.Equal(isFirst ? values[i] : sums[i - step] + values[i], sums[i]);
                    Assert.Equal(isFirst ? values[i] : Math.Max(greatest[i - step], values[i]), greatest[i]);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Elements_are_picked_from_rows_and_their_parts(DType dtype)
    {
        var x = Whole(7 * 40, dtype).Reshape(7, 40);
        var index = ((Tensor.Arange(7 * 55) * 23) % 20).Reshape(7, 55);
        foreach (var view in new[] { x, x[.., 20..], x[.., (.., 2)], x.Flip(1) })
        {
            var (values, positions) = (Values(view), index.ToArray<long>());
            var picked = Values(view.Gather(1, index));
            for (var i = 0; i < picked.Length; i++)
            {
                Assert.Equal(values[(i / 55 * view.Shape[1]) + positions[i]], picked[i]);
            }
        }
    }

    [Theory]
    [InlineData(40)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(1L << 32)]
    public void A_position_outside_of_a_row_is_refused_wherever_it_stands(long position)
    {
        var x = Tensor.Zeros(7, 40);
        foreach (var place in new[] { 0, 54, 3 * 55, (7 * 55) - 1 })
        {
            var index = new long[7 * 55];
            index[place] = position;
            var refusal = Assert.Throws<ArgumentException>(() => x.Gather(1, Tensor.Of(index).Reshape(7, 55)));
            Assert.Contains($"index {position} is out of bounds for axis 1, which has length 40", refusal.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Elements_of_any_view_are_added_at_positions_of_any_view(DType dtype)
    {
        var x = Whole(14 * 110, dtype).Reshape(14, 110);
        var index = ((Tensor.Arange(14 * 110) * 23) % 20).Reshape(14, 110);
        Func<Tensor, Tensor>[] views =
            [all => all[..7, ..55], all => all[(.., 2), (.., 2)], all => all[7.., 55..].Flip(0, 1)];
        foreach (var source in views.Append(all => all[0, 0].Expand([7, 55])))
        {
            foreach (var places in views)
            {
                var sums = Values(Tensor.Zeros([7, 20], dtype: dtype).ScatterAdd(1, places(index), source(x)));
                var (values, positions) = (Values(source(x)), places(index).Contiguous().ToArray<long>());
                var expected = new double[sums.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    expected[(i / 55 * 20) + positions[i]] += values[i];
                }

                Assert.Equal(expected, sums);
            }
        }
    }

    private static Tensor Whole(int count, DType dtype) => (((Tensor.Arange(count) * 37) % 101) - 50).To(dtype);

    private static double[] Values(Tensor x) => x.To(DType.Float64).Contiguous().ToArray<double>();
}
