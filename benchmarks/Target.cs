using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks;

/// <summary>What cases run on.</summary>
/// <param name="Device">The device.</param>
/// <param name="Info">What is known of it.</param>
internal sealed record Target(Device Device, DeviceInfo Info)
{
    private const string DriverFile = "/proc/driver/nvidia/version";

    /// <summary>Whether it is the processor by the engine's own backend.</summary>
    public bool IsHost => Info.Kind == DeviceKind.Cpu;

    /// <summary>NVIDIA's driver, where the system tells.</summary>
    public string? Driver => Info.Kind == DeviceKind.Cuda && File.Exists(DriverFile)
        ? File.ReadLines(DriverFile).First().Replace("NVRM version:", "", StringComparison.Ordinal).Trim()
        : null;

    /// <summary>The same device in PyTorch's words.</summary>
    /// <exception cref="BenchmarkException">PyTorch has no word for it.</exception>
    public string PeerName => Info switch
    {
        { Kind: DeviceKind.Cuda } => Info.Name,
        { IsProcessor: true } => "cpu",
        _ => throw new BenchmarkException(
            $"--peer torch: PyTorch has no OpenCL, and so does not work on {Info}. Give a CUDA device to --device, or "
            + "leave --peer out."),
    };

    /// <summary>The rows of the table.</summary>
    public IReadOnlyList<Case> Cases => IsHost ? AllCases.OnProcessor : DeviceCases.On(this);

    /// <summary>The device of a name, as <see cref="Device.Parse"/> takes it.</summary>
    /// <exception cref="BenchmarkException">
    /// There is none, or it cannot be worked on; the message tells what there is.
    /// </exception>
    public static Target Parse(string name)
    {
        try
        {
            var device = Device.Parse(name);
            return new(device, Device.All.First(info => info.Name == device.Name));
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            var lack = Device.All.Count > 1 ? "" : " (Without ILGPU, src/Gpu has been left out of this build.)";
            throw new BenchmarkException($"--device {name}: {problem.Message}{lack}");
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Info}{(Driver is null ? "" : $", driver: {Driver}")}; matrix products by: {Device.MatMulLibrary}";
}
