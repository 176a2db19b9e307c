using System.Numerics;
using NotebookGrad.Backends.Host;

namespace NotebookGrad.Tests.Backends.Host;

public unsafe class MatrixProductTests
{
    // Nothing, single numbers, primes, both sides of a tile's edge (6 rows, 8 to 64 columns) and of a block's.
    public static TheoryData<int, int, int> Sizes
    {
        get
        {
            var sizes = new TheoryData<int, int, int>
            {
                { 0, 3, 4 }, { 3, 0, 4 }, { 3, 4, 0 }, { 0, 0, 0 }, { 1, 1, 1 }, { 1, 1, 200 }, { 1, 200, 1 },
                { 200, 1, 1 }, { 1, 37, 41 }, { 37, 1, 41 }, { 5, 7, 3 }, { 6, 32, 8 }, { 7, 33, 9 }, { 12, 64, 192 },
                { 6, 8, 31 }, { 6, 9, 31 }, { 6, 16, 31 }, { 6, 17, 31 }, { 31, 63, 193 }, { 30, 65, 385 },
                { 61, 31, 127 }, { 257, 5, 3 }, { 3, 257, 5 }, { 300, 19, 200 }, { 7, 2800, 192 }, { 1100, 10, 50 },
                { 64, 64, 64 }, { 13, 48, 90 }, { 40, 4, 70 }, { 8, 36, 300 },
                { 32, 16, 2 }, { 2, 16, 32 }, { 32, 16, 1 }, { 3, 8, 40 }, { 3, 32, 20 },
            };
            var random = new Random(7);
            for (var i = 0; i < 20; i++)
            {
                sizes.Add(random.Next(1, 70), random.Next(1, 70), random.Next(1, 250));
            }

            return sizes;
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_what_the_definition_says_in_float32(int rows, int columns, int depth) =>
        Check<float>(rows, columns, depth, Math.ScaleB(1, -23));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_what_the_definition_says_in_float64(int rows, int columns, int depth) =>
        Check<double>(rows, columns, depth, Math.ScaleB(1, -52));

    [Fact]
    public void A_plain_product_of_integers_is_exact()
    {
        long[] a = [1, 2, 3, 4, 5, 6], b = [7, 8, 9, 10, 11, long.MaxValue], c = [1, 1, 1, 1];
        fixed (long* left = a, right = b, product = c)
        {
            MatrixProduct.MultiplyPlain<long>(
                2, 2, 3, new(left, 3, 1), new(right, 2, 1), new(product, 2, 1), accumulate: true);
        }

        Assert.Equal([1 + 7 + 18 + 33, unchecked(1 + 8 + 20 + (3 * long.MaxValue)), 1 + 28 + 45 + 66], c[..3]);
    }

    [Theory]
    [InlineData(1, 1, 100)]
    [InlineData(1, 50, 9)]
    [InlineData(50, 1, 9)]
    [InlineData(2, 2, 2)]
    [InlineData(40, 70, 300)]
    public void Zero_times_infinity_and_times_nan_is_nan(int rows, int columns, int depth)
    {
        foreach (var culprit in new[] { float.PositiveInfinity, float.NaN })
        {
            float[] a = new float[rows * depth], b = new float[depth * columns], c = new float[rows * columns];
            b[((depth / 2) * columns) + (columns / 2)] = culprit;
            Multiply<float>(rows, columns, depth, a, (depth, 1), b, (columns, 1), c, columns, accumulate: false);
            for (var i = 0; i < c.Length; i++)
            {
                Assert.Equal(i % columns == columns / 2 ? float.NaN : 0, c[i]);
            }
        }
    }

    [Fact]
    public void The_same_operands_give_the_same_bits()
    {
        var random = new Random(3);
        float[] a = Numbers<float>(random, 100 * 300), b = Numbers<float>(random, 300 * 90);
        float[] first = new float[9000], second = new float[9000];
        Multiply<float>(100, 90, 300, a, (300, 1), b, (90, 1), first, 90, accumulate: false);
        Multiply<float>(100, 90, 300, a, (300, 1), b, (90, 1), second, 90, accumulate: false);
        Assert.Equal(first, second);
    }

    private static void Check<T>(int rows, int columns, int depth, double unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var random = new Random(rows + (31 * columns) + (977 * depth));
        foreach (var aLayout in Layouts)
        {
            foreach (var bLayout in Layouts)
            {
                foreach (var accumulate in new[] { false, true })
                {
                    Check<T>(
                        rows, columns, depth, aLayout(rows, depth), bLayout(depth, columns), accumulate, random,
                        unit);
                }
            }
        }
    }

    // Dense, transposed, the same row again and again, the same column again and again, with gaps.
    private static readonly Func<int, int, (int Row, int Column)>[] Layouts =
    [
        (_, columns) => (columns, 1),
        (rows, _) => (1, rows),
        (_, _) => (0, 1),
        (_, _) => (1, 0),
        (_, columns) => ((3 * columns) + 1, 3),
    ];

    private static void Check<T>(
        int rows,
        int columns,
        int depth,
        (int Row, int Column) aStrides,
        (int Row, int Column) bStrides,
        bool accumulate,
        Random random,
        double unit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var a = Numbers<T>(random, Room(rows, depth, aStrides));
        var b = Numbers<T>(random, Room(depth, columns, bStrides));
        var stride = columns + 5;
        var c = Numbers<T>(random, rows * stride);
        var before = c.ToArray();
        Multiply<T>(rows, columns, depth, a, aStrides, b, bStrides, c, stride, accumulate);

        for (var i = 0; i < c.Length; i++)
        {
            var (row, column) = (i / stride, i % stride);
            if (column >= columns)
            {
                Assert.Equal(before[i], c[i]);
                continue;
            }

            var sum = accumulate ? double.CreateChecked(before[i]) : 0;
            var magnitude = Math.Abs(sum);
            for (var level = 0; level < depth; level++)
            {
                var term = double.CreateChecked(a[(row * aStrides.Row) + (level * aStrides.Column)])
                    * double.CreateChecked(b[(level * bStrides.Row) + (column * bStrides.Column)]);
                sum += term;
                magnitude += Math.Abs(term);
            }

            // However the terms are grouped, rounding cannot do more.
            var bound = unit * (depth + 1) * magnitude;
            Assert.InRange(double.CreateChecked(c[i]) - sum, -bound, bound);
        }
    }

    private static void Multiply<T>(
        int rows,
        int columns,
        int depth,
        T[] a,
        (int Row, int Column) aStrides,
        T[] b,
        (int Row, int Column) bStrides,
        T[] c,
        int cRowStride,
        bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* left = a, right = b, product = c)
        {
            MatrixProduct.Multiply<T>(
                rows,
                columns,
                depth,
                new(left, aStrides.Row, aStrides.Column),
                new(right, bStrides.Row, bStrides.Column),
                new(product, cRowStride, 1),
                accumulate);
        }
    }

    private static int Room(int rows, int columns, (int Row, int Column) strides) =>
        rows == 0 || columns == 0 ? 0 : ((rows - 1) * strides.Row) + ((columns - 1) * strides.Column) + 1;

    private static T[] Numbers<T>(Random random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateChecked((2 * random.NextDouble()) - 1))];
}
