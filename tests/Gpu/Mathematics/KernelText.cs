using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.OpenCL;
using ILGPU.Backends.PTX;
using ILGPU.Runtime.Cuda;
using ILGPU.Runtime.OpenCL;
using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Mathematics;

/// <summary>What ILGPU makes of kernels, for which nobody needs a device.</summary>
internal static class KernelText
{
    private static readonly Lazy<PTXBackend> Cuda = new(() => new(
        Open(), new CudaCapabilityContext(CudaArchitecture.SM_80), CudaArchitecture.SM_80, CudaInstructionSet.ISA_70,
        null));

    private static readonly Lazy<CLBackend> AnyOpenCl = new(() => new(
        Open(),
        new CLCapabilityContext(
            float16: true, float64: true, genericAddressSpace: true, int64_Atomics: true, subGroups: true),
        CLDeviceVendor.Other, CLCVersion.CL20));

    /// <summary>A kernel for CUDA.</summary>
    public static string Ptx(MethodInfo kernel)
    {
        lock (Cuda)
        {
            return ((PTXCompiledKernel)Cuda.Value.Compile(
                EntryPointDescription.FromExplicitlyGroupedKernel(kernel), default)).PTXAssembly;
        }
    }

    /// <summary>A kernel for OpenCL. One thread at a time.</summary>
    public static string OpenCl(MethodInfo kernel) => ((CLCompiledKernel)AnyOpenCl.Value.Compile(
        EntryPointDescription.FromExplicitlyGroupedKernel(kernel), default, new NanComparisons())).Source;

    /// <summary>The first kernel that a type launches.</summary>
    public static MethodInfo First(Type launching)
    {
        var launcher = launching.GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType.Name.StartsWith("Launcher", StringComparison.Ordinal))
            .Select(field => field.GetValue(null)!)
            .First();
        var kernel = launcher.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(field => field.FieldType == typeof(Delegate));
        return ((Delegate)kernel.GetValue(launcher)!).Method;
    }

    private static Context Open()
    {
        DeviceMath.Prepare();
        return Context.Create(FragmentProduct.Register);
    }
}
