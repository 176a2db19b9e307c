using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Matrices;

namespace NotebookGrad.Tests.Libraries;

/// <summary>Calls of BLAS, done as its reference describes them, for want of a device with it.</summary>
public class GemmCallTests
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, 300)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_call_makes_the_product(int number)
    {
        var random = new Random(number);
        var (batches, rows, columns, depth) = (random.Next(1, 4), random.Next(1, 6), random.Next(1, 6), random.Next(1, 6));
        var a = new Operand(random, batches, rows, depth, false);
        var b = new Operand(random, batches, depth, columns, false);
        var c = new Operand(random, batches, rows, columns, true);
        if (GemmCall.For(a.Layout, b.Layout, c.Layout) is not { } calls)
        {
            Assert.True(IsOdd(a.Layout) || IsOdd(b.Layout) || IsOdd(c.Layout) || c.Layout.Strides[2] != 1);
            return;
        }

        var found = c.Block.ToArray();
        foreach (var call in calls)
        {
            Gemm(call, a.Block, b.Block, found);
        }

        for (var batch = 0; batch < batches; batch++)
        {
            for (var row = 0; row < rows; row++)
            {
                for (var column = 0; column < columns; column++)
                {
                    var sum = 0.0;
                    for (var k = 0; k < depth; k++)
                    {
                        sum += a.At(batch, row, k) * b.At(batch, k, column);
                    }

                    c.At(batch, row, column) = sum;
                }
            }
        }

        Assert.Equal(c.Block.ToArray(), found);
    }

    [Theory]
    [InlineData(new[] { 4, 5 }, new[] { 0, 1 }, 1)]
    [InlineData(new[] { 4, 5 }, new[] { 1, 0 }, 1)]
    [InlineData(new[] { 3, 4, 5 }, new[] { 0, 1, 2 }, 1)]
    [InlineData(new[] { 2, 3, 4, 5 }, new[] { 0, 1, 2, 3 }, 1)]
    [InlineData(new[] { 2, 4, 3, 5 }, new[] { 0, 2, 1, 3 }, 2)]
    public void Batches_are_as_few_calls_as_may_be(int[] shape, int[] order, int expected)
    {
        var a = Layout.Contiguous(new Shape(shape)).Permute(order);
        var b = Layout.Contiguous(a.Shape).Permute([.. Enumerable.Range(0, a.Rank - 2), a.Rank - 1, a.Rank - 2]);
        int[] made = [.. a.Shape.ToArray()[..^1], a.Shape[^2]];
        Assert.Equal(expected, GemmCall.For(a, b, Layout.Contiguous(new Shape(made)))!.Count);
    }

    [Fact]
    public void More_calls_than_a_kernel_is_worth_are_none()
    {
        var a = Layout.Contiguous(new Shape([40, 4, 3, 5])).Permute([0, 2, 1, 3]);
        var b = Layout.Contiguous(new Shape([40, 3, 5, 4]));
        Assert.Null(GemmCall.For(a, b, Layout.Contiguous(new Shape([40, 3, 4, 4]))));
    }

    [Fact]
    public void What_overlaps_or_leaves_gaps_in_rows_is_not_for_BLAS()
    {
        var plain = Layout.Contiguous(new Shape([4, 4]));
        Assert.Null(GemmCall.For(plain.Slice(1, 0, 2, 2), plain.Slice(0, 0, 2), plain));
        Assert.Null(GemmCall.For(Layout.Contiguous(new Shape([7])).Unfold(0, 4, 1), plain, plain));
        Assert.Null(GemmCall.For(plain.Reverse(0), plain, plain));
    }

    // Neither rows nor columns of neighbours.
    private static bool IsOdd(Layout layout)
    {
        var (row, column) = (layout.Strides[1], layout.Strides[2]);
        return (row != 1 && column != 1) || row <= 0 || column <= 0 || layout.Strides[0] < 0;
    }

    // The reference: C = op(A)·op(B) for A [m, k], B [k, n], C [m, n], columns first, with A our b and B our a.
    private static void Gemm(GemmCall call, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> c)
    {
        var (m, n, k) = (call.Columns, call.Rows, call.Depth);
        Assert.True(call.B.Leading >= (call.B.IsTransposed ? k : m));
        Assert.True(call.A.Leading >= (call.A.IsTransposed ? n : k));
        Assert.True(call.C.Leading >= m);
        for (var batch = 0; batch < call.Batches; batch++)
        {
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var sum = 0.0;
                    for (var l = 0; l < k; l++)
                    {
                        sum += b[Place(call.B, batch, i, l)] * a[Place(call.A, batch, l, j)];
                    }

                    c[Place(call.C, batch, i, j)] = sum;
                }
            }
        }
    }

    private static int Place(GemmOperand operand, int batch, int row, int column) => (int)(
        operand.Start + (batch * operand.Step)
        + (operand.IsTransposed ? column + ((long)row * operand.Leading) : row + ((long)column * operand.Leading)));
}
