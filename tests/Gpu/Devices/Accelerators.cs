using ILGPU;
using ILGPU.Runtime.CPU;
using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Devices;

/// <summary>The devices that tests run on, each opened once, when a test first needs it.</summary>
internal static class Accelerators
{
    // Two warps of two threads: whatever crosses threads or warps does so, and a launch, which wakes every thread, takes
    // a third of the time that it takes with ILGPU's default of sixteen.
    private static readonly CPUDevice Small = new(2, 2, 1);

    private static readonly Lazy<Device> LazySimulated = new(() => Simulate(Small, "simulated:0"));
    private static readonly Lazy<Device> LazyWide = new(() => Simulate(CPUDevice.AMD, "simulated:1"));

    /// <summary>ILGPU's own accelerator, which does what kernels say on the processor: for tiny shapes.</summary>
    public static Device Simulated => LazySimulated.Value;

    /// <summary>The same with groups as large as those of graphics processors.</summary>
    public static Device SimulatedWide => LazyWide.Value;

    /// <summary>The first OpenCL device.</summary>
    public static Device OpenCl => Device.Parse(Usable(DeviceKind.OpenCl)!.Name);

    /// <summary>The first CUDA device.</summary>
    public static Device Cuda => Device.Parse(Usable(DeviceKind.Cuda)!.Name);

    /// <summary>The same device opened once more, for who must be alone on it.</summary>
    public static Device Alone(Device device) => device == Simulated
        ? Simulate(Small, device.Name)
        : new(new GpuDevices().Open(Device.All.Single(one => one.Name == device.Name)));

    /// <summary>Why there is no device of a kind; null if there is one.</summary>
    public static string? Lack(DeviceKind kind) => Usable(kind) is not null ? null
        : string.Join("; ", Device.All.Where(device => device.Kind == kind));

    /// <summary>An accelerator of ILGPU's own that nobody else launches on.</summary>
    public static Device Simulate() => Simulate(Small, "simulated:2");

    private static DeviceInfo? Usable(DeviceKind kind) =>
        Device.All.FirstOrDefault(device => device.Kind == kind && device.IsUsable);

    private static Device Simulate(CPUDevice device, string name)
    {
        var context = Context.Create(builder => builder.CPU(device));
        return new(new GpuBackend(context.CreateCPUAccelerator(0), name));
    }
}
