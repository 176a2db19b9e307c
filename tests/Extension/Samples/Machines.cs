using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Samples;

/// <summary>Devices of machines that are not this one.</summary>
internal static class Machines
{
    private const long Gibibyte = 1L << 30;

    private static readonly DeviceInfo Processor =
        new("cpu", DeviceKind.Cpu, "X64, 16 cores", 128 * Gibibyte, 96 * Gibibyte, IsProcessor: true);

    private static readonly DeviceInfo Usable = new("cuda:0", DeviceKind.Cuda, "NVIDIA H200", 150_111_912_755);

    /// <summary>A card, one that is too old, and the processor under another name.</summary>
    public static DeviceListSnapshot Several { get; } = new(
    [
        Processor,
        Usable,
        new("cuda:1", DeviceKind.Cuda, "NVIDIA GeForce GTX 1080 Ti", 11 * Gibibyte,
            Refusal: "ILGPU does not know this architecture, or the driver is older than it"),
        new("opencl:0", DeviceKind.OpenCl, "cpu-skylake-avx512-AMD EPYC 9654 96-Core Processor", 126 * Gibibyte,
            IsProcessor: true),
    ], null);

    /// <summary>A machine whose notebook has not asked for the package.</summary>
    public static DeviceListSnapshot Lone { get; } = new(
        [Processor], "NotebookGrad.Gpu is not at hand; put #r \"nuget: NotebookGrad.Gpu\" before");

    /// <summary>A device at work.</summary>
    public static DeviceSnapshot Card { get; } =
        new("cuda:0", Usable, "cuBLAS 12.4.5", 38_440_000, 120_000_000, 134_217_728);

    /// <summary>A device of which nothing is as it should be.</summary>
    public static DeviceInfo Odd { get; } =
        new("", (DeviceKind)99, "", long.MinValue, long.MaxValue, Refusal: "", IsProcessor: true);

    /// <summary>What the processor did for two devices.</summary>
    public static FallbackReport Fallbacks { get; } = new(
    [
        new("linalg.svd", "cuda:0", 120, 503_316_480),
        new("linalg.slogdet", "cuda:0", 1, 64),
        new("poisson", "opencl:0", 2, 8_000),
    ]);
}
