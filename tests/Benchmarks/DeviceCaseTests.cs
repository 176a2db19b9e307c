using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks.Tests;

/// <summary>The table for graphics processors: complete, and computed by both sides alike, on the processor here.</summary>
public sealed class DeviceCaseTests(TorchPeer torch) : IClassFixture<TorchPeer>
{
    private static readonly ProductKind[] Products =
    [
        .. from precision in Enum.GetValues<MatMulPrecision>()
           from byLibrary in new[] { true, false }
           select new ProductKind(precision, byLibrary),
    ];

    public static TheoryData<string> Cases => [.. DeviceCases.All(DeviceSizes.Small, Products).Select(one => one.Name)];

    [TorchTheory]
    [MemberData(nameof(Cases))]
    public void A_case_for_devices_computes_what_PyTorch_computes(string name)
    {
        var one = DeviceCases.All(DeviceSizes.Small, Products).Single(one => one.Name == name);
        Assert.NotEqual(0, new Comparison(Target.Parse("cpu"), torch.Peer, quick: true).Check(one));
    }

    [Fact]
    public void The_table_has_every_row_that_is_asked_for_with_its_aim() => Assert.Equal(
        [
            "copy 2^26",
            "add 2^26 ≥ 95 %",
            "relu 2^26 ≥ 95 %",
            "exp 2^26 ≥ 95 %",
            "compiled chain of 8 operations over 2^26 ≤ 0.35",
            "sum 2^26 ≤ 1.05",
            "softmax 16384×1024 ≤ 1.1",
            "layer_norm 16384×1024 ≤ 1.1",
            "cross_entropy 16384×1024, forward and backward ≤ 1.1",
            "matmul 4096, float32, cuBLAS ≤ 1.05",
            "matmul 4096, float32, own kernel ≤ 2.0",
            "matmul 4096, TF32, cuBLAS ≤ 1.05",
            "matmul 4096, TF32, own kernel ≤ 2.0",
            "matmul 4096, BF16, cuBLAS ≤ 1.05",
            "matmul 4096, BF16, own kernel ≤ 2.0",
            "step of an MLP 4096×1024-1024-1024-1024-10, relu, cross-entropy, Adam ≤ 1.1",
            "step of an MLP 32×2-16-1, tanh, MSE, SGD ≤ 1.0",
            "compiled step of an MLP 32×2-16-1, tanh, MSE, SGD ≤ 1.0",
            "step of LeNet-5 on 64×1×28×28, SGD",
            "step of an LSTM 32×50×64, SGD",
            "compiled step of an LSTM 32×50×64, SGD",
            "step of a transformer block 8×128×256, SGD ≤ 1.2",
        ],
        DeviceCases.All(DeviceSizes.Full, Products).Select(one => $"{one.Name} {one.Aim}".TrimEnd()));

    [Theory]
    [InlineData(DeviceKind.Cuda, new[] { "float32, own kernel", "TF32, own kernel", "BF16, own kernel" })]
    [InlineData(DeviceKind.OpenCl, new[] { "float32, own kernel" })]
    public void A_device_without_a_library_has_the_products_of_our_own(DeviceKind kind, string[] expected) =>
        Assert.Equal(
            expected,
            DeviceProducts.Kinds(new(Device.Cpu, new("device", kind))).Select(one => one.ToString()));

    [Fact]
    public void A_product_leaves_precision_and_library_as_they_are_by_themselves()
    {
        var one = DeviceProducts.Of(4, new(MatMulPrecision.Medium, ByLibrary: false));
        one.Prepare();
        one.Run();
        Assert.Equal(
            (MatMulPrecision.Highest, true), (Device.MatMulPrecision, Device.PrefersMatMulLibrary));
    }
}
