using System.Reflection;
using ILGPU;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime.Cuda;
using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Mathematics;

/// <summary>What ILGPU makes of kernels for CUDA, for which nobody needs a device.</summary>
internal static class PtxText
{
    /// <summary>The first kernel that a type launches.</summary>
    public static string Of(Type launched)
    {
        var launcher = launched.GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Where(field => field.FieldType.Name.StartsWith("Launcher", StringComparison.Ordinal))
            .Select(field => field.GetValue(null)!)
            .First();
        var kernel = (Delegate)launcher.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(field => field.FieldType == typeof(Delegate))
            .GetValue(launcher)!;

        DeviceMath.Prepare();
        var architecture = CudaArchitecture.SM_80;
        using var context = Context.Create(builder => { });
        using var backend = new PTXBackend(
            context, new CudaCapabilityContext(architecture), architecture, CudaInstructionSet.ISA_70, null);
        var entry = EntryPointDescription.FromExplicitlyGroupedKernel(kernel.Method);
        return ((PTXCompiledKernel)backend.Compile(entry, default)).PTXAssembly;
    }
}
