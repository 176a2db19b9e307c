using System.Runtime.InteropServices;
using System.Runtime.Loader;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The drivers' libraries. ILGPU asks for them by the names that come with development packages; a system that only
/// runs programs has those with a version.
/// </summary>
internal static partial class NativeLibraries
{
    private static readonly (string Part, string Name)[] Versioned =
    [
        ("cuda", "libcuda.so.1"),
        ("OpenCL", "libOpenCL.so.1"),
    ];

    private static int isHelping;

    /// <summary>Has ILGPU find what is there under another name.</summary>
    public static void Help()
    {
        if (OperatingSystem.IsLinux() && Interlocked.Exchange(ref isHelping, 1) == 0)
        {
            // PoCL, OpenCL on the processor, comes with a compiler that ends the process over some kernels when it
            // optimises them (LLVM 18: "Instruction Combining did not reach a fixpoint"). Other drivers do not know
            // this variable, and who has set it knows better.
            _ = SetEnvironment("POCL_EXTRA_BUILD_FLAGS", "-cl-opt-disable", 0);
            var context = AssemblyLoadContext.GetLoadContext(typeof(Context).Assembly) ?? AssemblyLoadContext.Default;
            context.ResolvingUnmanagedDll += (_, asked) => Versioned
                .Where(one => asked.Contains(one.Part, StringComparison.Ordinal))
                .Select(one => NativeLibrary.TryLoad(one.Name, out var library) ? library : 0)
                .FirstOrDefault();
        }
    }

    /// <summary>Whether a library is there under any of its names.</summary>
    public static bool Has(params string[] names) => Array.Exists(names, name =>
    {
        if (!NativeLibrary.TryLoad(name, out var library))
        {
            return false;
        }

        NativeLibrary.Free(library);
        return true;
    });

    // .NET's own variables are not those that libraries see.
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);
}
