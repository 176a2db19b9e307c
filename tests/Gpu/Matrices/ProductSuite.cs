using NotebookGrad.Backends;
using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Matrices;

/// <summary>Products of matrices of any sizes and layouts.</summary>
public abstract class ProductSuite : ExactProductSuite
{
    private protected ProductSuite(Device device)
        : base(device)
    {
    }

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
}
