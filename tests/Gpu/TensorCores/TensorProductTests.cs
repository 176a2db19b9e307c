using NotebookGrad.Backends.Gpu;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.TensorCores;

/// <summary>What tensor cores do, on ILGPU's own accelerator, whose warps have 32 threads, too.</summary>
public class SimulatedTensorProductTests() : TensorProductSuite(Accelerators.SimulatedWide);

/// <summary>The tensor cores of the first CUDA device.</summary>
[NeedsTensorCores]
public class CudaTensorProductTests() : TensorProductSuite(Accelerators.Cuda);

/// <summary>A device whose compiler does not know the product of fragments.</summary>
[Needs(DeviceKind.OpenCl)]
public class OpenClTensorCoreTests() : DeviceSuite(Accelerators.OpenCl)
{
    [DeviceFact]
    public void Tensor_cores_that_fail_are_told_of_and_the_device_goes_on()
    {
        var advice = new List<string>();
        Device.Advised += advice.Add;
        try
        {
            Assert.False(TensorCoreSupport.Pass((GpuBackend)Device.Backend));
        }
        finally
        {
            Device.Advised -= advice.Add;
        }

        var line = Assert.Single(advice);
        Assert.StartsWith($"{Device.Name}: products of matrices do without tensor cores, because their kernel fails: ", line);
        Assert.Equal(18f, Tensor.Ones(2, 9).MatMul(Tensor.Ones(9, 1)).Sum().Item<float>());
    }
}

/// <summary>On tests that need a CUDA device with tensor cores.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsTensorCoresAttribute : DeviceLackAttribute
{
    /// <inheritdoc/>
    public override string? Lack => Accelerators.Lack(DeviceKind.Cuda)
        ?? (TensorCoreSupport.AreHere((GpuBackend)Accelerators.Cuda.Backend)
            ? null
            : $"{Accelerators.Cuda} has no tensor cores for float32");
}
