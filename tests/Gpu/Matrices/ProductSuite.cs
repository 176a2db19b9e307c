using NotebookGrad.Backends;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Matrices;

/// <summary>Products of matrices of any sizes and layouts.</summary>
public abstract class ProductSuite : DeviceSuite
{
    private const int Cases = 16;

    private protected ProductSuite(Device device)
        : base(device)
    {
    }

    private GpuBackend Backend => (GpuBackend)Device.Backend;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Cases)];

    public static TheoryData<int> FewNumbers => [.. Enumerable.Range(Cases, Cases / 4)];

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void A_product_in_small_tiles_is_exact(int number) => AssertExact<float>(
        number, DType.Float32, 3, (a, b, c, sizes) => TiledProduct<SmallTile<float>, float>.Run(
            Backend, a, b, c.Elements<float>(), c.Layout, sizes));

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void A_product_in_large_tiles_is_exact(int number) => AssertExact<float>(
        number, DType.Float32, 2, (a, b, c, sizes) => TiledProduct<LargeTile<float>, float>.Run(
            Backend, a, b, c.Elements<float>(), c.Layout, sizes));

    [DeviceTheory]
    [MemberData(nameof(FewNumbers))]
    public void A_product_of_doubles_is_exact(int number) => AssertExact<double>(
        number, DType.Float64, 2, (a, b, c, sizes) => TiledProduct<LargeTile<double>, double>.Run(
            Backend, a, b, c.Elements<double>(), c.Layout, sizes));

    [DeviceTheory]
    [MemberData(nameof(FewNumbers))]
    public void A_product_of_whole_numbers_is_exact(int number) => AssertExact<long>(
        number, DType.Int64, 3, (a, b, c, sizes) => TiledProduct<SmallTile<long>, long>.Run(
            Backend, a, b, c.Elements<long>(), c.Layout, sizes));

    [DeviceTheory]
    [MemberData(nameof(Numbers))]
    public void A_product_by_what_suits_it_is_exact(int number) => AssertExact<float>(
        number, DType.Float32, 3, (a, b, c, sizes) => Backend.MatMul(a, b, c, sizes.Accumulates != 0));

    [DeviceTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_long_inner_sum_is_made_in_parts(bool accumulate)
    {
        var random = new Random(1);
        var (a, b) = (new Operand(random, 1, 20, 530, false), new Operand(random, 1, 530, 24, false));
        var c = new Operand(random, 1, 20, 24, true);
        var to = c.On(Device, DType.Float64);
        var plan = new ProductPlan(ProductKernel.SmallTiles, Parts: 3, Share: 192);
        MatrixProduct<double>.Launch(
            Backend, plan, a.On(Device, DType.Float64), b.On(Device, DType.Float64), to, accumulate);
        AssertProduct<double>(a, b, c, to, accumulate);
    }

    [DeviceFact]
    public void What_is_not_a_number_stays_in_its_row_and_column()
    {
        var values = new float[70 * 40];
        Array.Fill(values, 1);
        (values[(3 * 40) + 5], values[(69 * 40) + 39]) = (float.NaN, float.PositiveInfinity);
        var a = Tensor.Of(values).Reshape(70, 40);
        var y = a.MatMul(Tensor.Ones(40, 66)).To(Device.Cpu);
        for (var row = 0; row < 70; row++)
        {
            var expected = row == 3 ? float.NaN : row == 69 ? float.PositiveInfinity : 40;
            Assert.All(y[row].ToArray<float>(), value => Assert.Equal(expected, value));
        }
    }

    [DeviceFact]
    public void An_inner_sum_of_nothing_is_zero_or_what_was_there()
    {
        var c = Tensor.Of(Enumerable.Repeat(3f, 80 * 70).ToArray()).Reshape(80, 70);
        var (a, b) = (Tensor.Zeros([80, 0]), Tensor.Zeros([0, 70]));
        Backend.MatMul(View(a), View(b), View(c), accumulate: true);
        Assert.All(c.To(Device.Cpu).ToArray<float>(), value => Assert.Equal(3, value));
        Backend.MatMul(View(a), View(b), View(c));
        Assert.All(c.To(Device.Cpu).ToArray<float>(), value => Assert.Equal(0, value));
    }

    private static View View(Tensor tensor) => new(tensor.Storage, tensor.Layout);

    private void AssertExact<T>(
        int number, DType dtype, int mostBatches, Action<View, View, View, TiledSizes> multiply)
        where T : unmanaged
    {
        var random = new Random(number);
        var (rows, columns, depth) = (Length(random), Length(random), Length(random));
        var batches = random.Next(1, mostBatches + 1);
        var a = new Operand(random, batches, rows, depth, false);
        var b = new Operand(random, batches, depth, columns, false);
        var c = new Operand(random, batches, rows, columns, true);
        var (to, accumulate) = (c.On(Device, dtype), random.Next(2) == 0);
        multiply(
            a.On(Device, dtype), b.On(Device, dtype), to, new TiledSizes(c.Layout, depth, 1, depth, 0, accumulate));
        AssertProduct<T>(a, b, c, to, accumulate);
    }

    // Whatever lies between the elements of c stays.
    private static void AssertProduct<T>(Operand a, Operand b, Operand c, View actual, bool accumulate)
        where T : unmanaged
    {
        for (var batch = 0; batch < c.Layout.Shape[0]; batch++)
        {
            for (var row = 0; row < c.Layout.Shape[1]; row++)
            {
                for (var column = 0; column < c.Layout.Shape[2]; column++)
                {
                    var sum = accumulate ? c.At(batch, row, column) : 0;
                    for (var k = 0; k < a.Layout.Shape[2]; k++)
                    {
                        sum += a.At(batch, row, k) * b.At(batch, k, column);
                    }

                    c.At(batch, row, column) = sum;
                }
            }
        }

        var found = new T[c.Block.Length];
        var all = Layout.Contiguous(new Shape([found.Length]));
        ((GpuBackend)actual.Storage.Maker).Read(new View(actual.Storage, all), found.AsSpan());
        Assert.Equal(c.Block.ToArray(), found.Select(value => Convert.ToDouble(value)));
    }

    // Around what a step, a four and a tile hold.
    private static int Length(Random random) => random.Next(8) switch
    {
        0 or 1 or 2 => random.Next(1, 10),
        3 or 4 or 5 => random.Next(14, 19),
        6 => random.Next(60, 70),
        _ => random.Next(126, 131),
    };
}
