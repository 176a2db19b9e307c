using ILGPU;

namespace NotebookGrad.Tests.Mathematics;

/// <summary>Every kernel of the engine compiles for devices, and to what it means.</summary>
public class KernelCompilationTests
{
    // Where float32 is what networks wait for: consumers' devices do float64 at a sixty-fourth of its pace.
    private static readonly string[] Hot =
    [
        "Exp", "Log", "Log1p", "Expm1", "Sqrt", "Rsqrt", "Sin", "Cos", "Tanh", "TanhSlope", "Sigmoid", "SigmoidSlope",
        "Silu", "Softplus", "LogSigmoid", "Mish", "Gelu", "GeluSlope", "GeluTanh", "Relu", "Gate", "LeakyRelu",
        "BinaryCrossEntropy", "BinaryCrossEntropyWithLogits", "SoftMargin", "KullbackLeibler", "AdamUpdate",
        "SgdUpdate",
    ];

    public static TheoryData<string> Names => [.. KernelTypes.All.Keys];

    public static TheoryData<string> HotNames => [.. Hot.Select(name => $"{name} Single")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_compiles_for_OpenCL(string name) =>
        Assert.Contains("kernel void", KernelText.OpenCl(KernelText.First(KernelTypes.All[name])));

    [Theory]
    [MemberData(nameof(HotNames))]
    public void What_networks_wait_for_computes_in_its_own_type(string name) => Assert.DoesNotMatch(
        @"\b(add|sub|mul|div|rcp|fma|sqrt|setp\.\w+)(\.rn)?\.f64",
        KernelText.Ptx(KernelText.First(KernelTypes.All[name])));

    [Fact]
    public void A_comparison_that_is_negated_holds_for_NaN_in_OpenCL() =>
        Assert.Contains("isnan", KernelText.OpenCl(new Action<ArrayView<float>>(MarkLess).Method));

    // C# compiles the condition to a jump over what follows: x ≥ y, or not comparable.
    private static void MarkLess(ArrayView<float> x)
    {
        if (x[0] < x[1])
        {
            x[2] = 3f;
        }
    }
}
