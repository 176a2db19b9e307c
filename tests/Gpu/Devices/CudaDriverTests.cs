using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Devices;

/// <summary>What is said where the driver has no device.</summary>
public class CudaDriverTests
{
    [Theory]
    [InlineData(100, "no CUDA-capable device is detected", 0, "no CUDA-capable device is detected (CUDA error 100)")]
    [InlineData(803, null, 0, "unknown error (CUDA error 803)")]
    [InlineData(0, "no error", 0, "knows of no device")]
    [InlineData(0, "no error", 2, "ILGPU takes none of its devices, of which there are 2")]
    public void It_says_what_the_driver_says(int error, string? text, int count, string said) =>
        Assert.EndsWith(said, CudaDriver.Refusal(error, text, count));

    [Fact]
    public void Where_no_device_is_usable_each_says_why()
    {
        var refused = Device.All.Where(device => device.Kind == DeviceKind.Cuda && !device.IsUsable).ToArray();
        Assert.All(refused, device => Assert.NotEmpty(device.Refusal!));
        Assert.Contains(Device.All, device => device.Kind == DeviceKind.Cuda);
    }
}
