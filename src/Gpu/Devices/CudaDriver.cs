using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Gpu;

/// <summary>NVIDIA's driver, for who wants to know why ILGPU has no device of it: ILGPU itself does not say.</summary>
internal static unsafe class CudaDriver
{
    private static readonly string Name = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    /// <summary>Why there is no device.</summary>
    public static string Refusal()
    {
        if (!NativeLibrary.TryLoad(Name, out var library))
        {
            return $"NVIDIA's driver ({Name}) is not installed";
        }

        // What fails at the beginning fails alike when it is done again. Loaded for good, as ILGPU does it.
        var initialize = (delegate* unmanaged<uint, int>)NativeLibrary.GetExport(library, "cuInit");
        var getCount = (delegate* unmanaged<int*, int>)NativeLibrary.GetExport(library, "cuDeviceGetCount");
        var getText = (delegate* unmanaged<int, byte**, int>)NativeLibrary.GetExport(library, "cuGetErrorString");
        var count = 0;
        var error = initialize(0) is var first and not 0 ? first : getCount(&count);
        byte* text = null;
        _ = getText(error, &text);
        return Refusal(error, Marshal.PtrToStringUTF8((nint)text), count);
    }

    /// <summary>Why there is no device, of what the driver says.</summary>
    /// <param name="error">A <c>CUresult</c>, 0 for success.</param>
    /// <param name="text">The driver's words for it; null where it has none.</param>
    /// <param name="count">How many devices the driver has.</param>
    public static string Refusal(int error, string? text, int count) =>
        error != 0 ? $"NVIDIA's driver ({Name}) says: {text ?? "unknown error"} (CUDA error {error})"
        : count == 0 ? $"NVIDIA's driver ({Name}) is installed and knows of no device"
        : $"NVIDIA's driver ({Name}) is installed, and ILGPU takes none of its devices, of which there are {count}";
}
