using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Devices;
using NotebookGrad.Tests.Matrices;

namespace NotebookGrad.Tests.TensorCores;

/// <summary>Products by tensor cores: their own on CUDA, what they do elsewhere.</summary>
public abstract class TensorProductSuite : ExactProductSuite
{
    private protected TensorProductSuite(Device device)
        : base(device)
    {
    }

    [DeviceTheory]
    [MemberData(nameof(FewNumbers))]
    public void A_product_of_TensorFloat32_is_exact(int number) => AssertExact<float>(
        number, DType.Float32, 2, (a, b, c, sizes) => TensorProduct<TensorFloat32>.Run(
            Backend, a, b, c.Elements<float>(), c.Layout, sizes));

    [DeviceTheory]
    [MemberData(nameof(FewNumbers))]
    public void A_product_of_BFloat16_is_exact(int number) => AssertExact<float>(
        number, DType.Float32, 2, (a, b, c, sizes) => TensorProduct<BFloat16>.Run(
            Backend, a, b, c.Elements<float>(), c.Layout, sizes));

    [DeviceFact]
    public void Factors_are_rounded_to_TensorFloat32_and_sums_are_not() =>
        AssertRounded<TensorFloat32>(Rounding.ToTensorFloat32);

    [DeviceFact]
    public void Factors_are_rounded_to_BFloat16_and_sums_are_not() => AssertRounded<BFloat16>(Rounding.ToBFloat16);

    [DeviceTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_long_inner_sum_is_made_in_parts(bool isBFloat16)
    {
        var random = new Random(1);
        var (a, b) = (new Operand(random, 1, 20, 530, false), new Operand(random, 1, 530, 24, false));
        var c = new Operand(random, 1, 20, 24, true);
        var to = c.On(Device, DType.Float32);
        MatrixProduct<float>.Launch(
            Backend, new(isBFloat16 ? ProductKernel.BFloat16 : ProductKernel.TensorFloat32, 2, 272),
            a.On(Device, DType.Float32), b.On(Device, DType.Float32), to, accumulate: true);
        AssertProduct<float>(a, b, c, to, accumulate: true);
    }

    [DeviceFact]
    public void What_is_not_a_number_stays_in_its_row()
    {
        var values = new float[20 * 20];
        Array.Fill(values, 1);
        values[(3 * 20) + 5] = BitConverter.UInt32BitsToSingle(0x7f800001);
        values[(17 * 20) + 19] = float.PositiveInfinity;
        var (a, b, c) = (Tensor.Of(values).Reshape(20, 20), Tensor.Ones(20, 9), Tensor.Zeros(20, 9));
        foreach (var run in (Action[])[() => Run<TensorFloat32>(a, b, c), () => Run<BFloat16>(a, b, c)])
        {
            run();
            for (var row = 0; row < 20; row++)
            {
                var expected = row == 3 ? float.NaN : row == 17 ? float.PositiveInfinity : 20;
                Assert.All(c[row].ToArray<float>(), value => Assert.Equal(expected, value));
            }
        }
    }

    [DeviceFact]
    public void They_pass_where_they_multiply_right_and_a_wrong_product_is_told()
    {
        Assert.True(TensorCoreSupport.Pass(Backend));
        Assert.Matches(
            @"^\d+ of the 19650 elements of a product of WithoutLast are wrong$",
            TensorCoreSupport.Differs<WithoutLast>(Backend));
    }

    private void AssertRounded<TFactor>(Func<float, double> round)
        where TFactor : struct, IFactor
    {
        var (a, b, c) = (Tensor.Randn(19, 45), Tensor.Randn(45, 11), Tensor.Zeros(19, 11));
        Run<TFactor>(a, b, c);
        var (left, right) = (a.ToArray<float>(), b.ToArray<float>());
        var actual = c.Reshape(-1).ToArray<float>();
        for (var place = 0; place < actual.Length; place++)
        {
            var terms = Enumerable.Range(0, 45)
                .Select(k => round(left[(place / 11 * 45) + k]) * round(right[(k * 11) + (place % 11)])).ToArray();
            Assert.Equal(terms.Sum(), actual[place], 2e-6 * terms.Sum(Math.Abs));
        }
    }

    private void Run<TFactor>(Tensor a, Tensor b, Tensor c)
        where TFactor : struct, IFactor => TensorProduct<TFactor>.Run(
            Backend, a.View, b.View, c.View.Elements<float>(), c.Layout,
            new TiledSizes(c.Layout, a.Shape[1], 1, a.Shape[1], 0, false));

    // As if the last of the registers were not multiplied.
    internal readonly struct WithoutLast : IFactor
    {
        public static int PerWord => 1;

        public static uint Word(float element, float next) => TensorFloat32.Word(element, next);

        public static float Product(uint left, uint right) => TensorFloat32.Product(left, right);

        public static Four<float> Plus(Four<float> sum, Four<uint> left, uint right0, uint right1) =>
            TensorFloat32.Plus(sum, left, right0, 0);
    }
}
