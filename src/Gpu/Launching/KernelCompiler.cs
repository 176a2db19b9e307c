using System.Reflection;
using ILGPU;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// Compiles kernels for a device. A compile that fails leaves ILGPU's context of no use for any other; so compilers
/// have contexts of their own, which a failure costs, and the device's stays whole.
/// </summary>
internal sealed class KernelCompiler(Accelerator accelerator) : IDisposable
{
    private Context? context;
    private Backend? backend;

    /// <summary>Compiles and loads a kernel. One thread at a time.</summary>
    /// <exception cref="InvalidOperationException">It does not compile for the device.</exception>
    public Kernel Load(MethodInfo kernel)
    {
        try
        {
            backend ??= Open();
            var entry = EntryPointDescription.FromExplicitlyGroupedKernel(kernel);
            var compiled = backend is CLBackend
                ? backend.Compile(entry, default, new NanComparisons())
                : backend.Compile(entry, default);
            return accelerator.LoadKernel(compiled);
        }
        catch (Exception problem)
        {
            Dispose();
            throw new InvalidOperationException(
                $"{accelerator.Name}: the kernel {KernelName.Of(kernel)} does not compile: {Innermost(problem)}; "
                + "the device goes on working. Do this on the processor: .To(Device.Cpu)",
                problem);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (backend != accelerator.GetBackend())
        {
            backend?.Dispose();
        }

        context?.Dispose();
        (backend, context) = (null, null);
    }

    // ILGPU's own accelerator on the processor makes code that only its own context can load.
    private Backend Open()
    {
        if (accelerator.AcceleratorType == AcceleratorType.CPU)
        {
            return accelerator.GetBackend();
        }

        context = Context.Create(FragmentProduct.Register);
        return accelerator switch
        {
            CudaAccelerator cuda => new PTXBackend(
                context, cuda.Capabilities, cuda.Architecture, cuda.InstructionSet, null),
            CLAccelerator openCl => new CLBackend(context, openCl.Capabilities, openCl.Vendor, openCl.CLStdVersion),
            _ => throw new NotSupportedException($"{accelerator.AcceleratorType} is none of the devices known here"),
        };
    }

    private static string Innermost(Exception problem)
    {
        while (problem.InnerException is { } inner)
        {
            problem = inner;
        }

        return problem.Message;
    }
}
