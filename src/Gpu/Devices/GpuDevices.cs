using ILGPU;
using ILGPU.Backends.OpenCL;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

[assembly: NotebookGrad.Backends.DeviceProvider(typeof(NotebookGrad.Backends.Gpu.GpuDevices))]

namespace NotebookGrad.Backends.Gpu;

/// <summary>The devices that ILGPU finds, CUDA's before OpenCL's, and graphics processors before processors.</summary>
internal sealed class GpuDevices : IDeviceProvider
{
    private readonly Lazy<IReadOnlyList<(DeviceInfo Info, ILGPU.Runtime.Device? Device)>> found = new(Find);

    /// <summary>ILGPU's context, which lasts as long as the process: devices are never closed.</summary>
    private static Context Context { get; } = Context.Create(builder => { });

    /// <inheritdoc/>
    public IReadOnlyList<DeviceInfo> Probe() => [.. found.Value.Select(one => one.Info)];

    /// <inheritdoc/>
    public IBackend Open(DeviceInfo device)
    {
        var known = found.Value.First(one => one.Info.Name == device.Name).Device!;
        try
        {
            return new GpuBackend(known.CreateAccelerator(Context), device.Name);
        }
        catch (Exception problem)
        {
            throw new InvalidOperationException($"{device} does not open: {problem.Message}", problem);
        }
    }

    private static IReadOnlyList<(DeviceInfo Info, ILGPU.Runtime.Device? Device)> Find()
    {
        NativeLibraries.Help();
        return [.. CudaDevices(), .. OpenClDevices()];
    }

    private static IEnumerable<(DeviceInfo Info, ILGPU.Runtime.Device? Device)> CudaDevices()
    {
        var devices = CudaDevice.GetDevices(_ => true);
        if (devices.IsEmpty)
        {
            yield return (new("cuda", DeviceKind.Cuda, Refusal: CudaDriver.Refusal()), null);
        }

        for (var i = 0; i < devices.Length; i++)
        {
            var device = (CudaDevice)devices[i];
            var refusal = device.Architecture is null || device.InstructionSet is null
                ? "ILGPU does not know this architecture, or the driver is older than it" : null;
            yield return (
                new($"cuda:{i}", DeviceKind.Cuda, device.Name, device.MemorySize, Refusal: refusal), device);
        }
    }

    private static IEnumerable<(DeviceInfo Info, ILGPU.Runtime.Device? Device)> OpenClDevices()
    {
        var devices = CLDevice.GetDevices(_ => true).Cast<CLDevice>().OrderBy(device => IsProcessor(device)).ToArray();
        if (devices.Length == 0)
        {
            var refusal = NativeLibraries.Has("libOpenCL.so.1", "libOpenCL.so", "OpenCL.dll")
                ? "OpenCL is installed and knows of no device"
                : "OpenCL (libOpenCL.so.1, OpenCL.dll) is not installed";
            yield return (new("opencl", DeviceKind.OpenCl, Refusal: refusal), null);
        }

        for (var i = 0; i < devices.Length; i++)
        {
            var device = devices[i];
            yield return (
                new(
                    $"opencl:{i}", DeviceKind.OpenCl, device.Name, device.MemorySize,
                    Refusal: WhyNot(device), IsProcessor: IsProcessor(device)),
                device);
        }
    }

    private static bool IsProcessor(CLDevice device) => device.DeviceType.HasFlag(CLDeviceType.CL_DEVICE_TYPE_CPU);

    private static string? WhyNot(CLDevice device) =>
        device.CLStdVersion < CLBackend.MinimumVersion
            ? $"it has OpenCL C {device.CLStdVersion}, and ILGPU needs {CLBackend.MinimumVersion}"
        : !device.Capabilities.GenericAddressSpace ? "it has no generic address space, which ILGPU needs"
        : !device.Capabilities.Float64 ? "it has no float64"
        : null;
}
