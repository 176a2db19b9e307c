using NotebookGrad.Inspection;

namespace NotebookGrad.Gallery;

/// <summary>
/// Where tensors can lie. The pictures are of a machine that is not this one, lest they change with it.
/// </summary>
internal static class DeviceExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("The devices of a machine", "As Device.All is shown: also what was refused, and why.", () =>
            new DeviceListSnapshot(
            [
                new("cpu", DeviceKind.Cpu, "X64, 16 cores", 128L << 30, 96L << 30, IsProcessor: true),
                new("cuda:0", DeviceKind.Cuda, "NVIDIA H200", 139L << 30),
                new("opencl", DeviceKind.OpenCl, Refusal: "OpenCL (libOpenCL.so.1, OpenCL.dll) is not installed"),
            ], Lack: null)),
        new("What the processor did for a device", "As Device.Fallbacks is shown, and what to do.", () =>
            new FallbackReport(
            [
                new("linalg.svd", "cuda:0", Times: 120, Bytes: 503_316_480),
                new("linalg.slogdet", "cuda:0", Times: 1, Bytes: 64),
            ])),
        new("Nothing that a device could not do", "As it should be.", () => new FallbackReport([])),
    ];
}
