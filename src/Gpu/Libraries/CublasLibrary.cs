using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Gpu;

/// <summary>NVIDIA's library of matrix products, as its C header has it.</summary>
internal sealed unsafe class CublasLibrary
{
    private static readonly string[] Names = OperatingSystem.IsWindows()
        ? ["cublas64_13.dll", "cublas64_12.dll", "cublas64_11.dll"]
        : ["libcublas.so.13", "libcublas.so.12", "libcublas.so.11"];

    /// <summary><c>cublasCreate</c>: a handle in the device's current context.</summary>
    public readonly delegate* unmanaged<nint*, CublasStatus> Create;

    /// <summary><c>cublasDestroy</c>.</summary>
    public readonly delegate* unmanaged<nint, CublasStatus> Destroy;

    /// <summary><c>cublasGetVersion</c>: the major version · 10000, the minor one · 100, the patch.</summary>
    public readonly delegate* unmanaged<nint, int*, CublasStatus> GetVersion;

    /// <summary><c>cublasSetStream</c>.</summary>
    public readonly delegate* unmanaged<nint, nint, CublasStatus> SetStream;

    /// <summary>
    /// <c>cublasGemmEx</c>: handle, transpositions, m, n, k, α, A, its type and leading dimension, B likewise, β, C
    /// likewise, compute type, algorithm.
    /// </summary>
    public readonly delegate* unmanaged<
        nint, int, int, int, int, int, void*, nint, int, int, nint, int, int, void*, nint, int, int, int, int,
        CublasStatus> Gemm;

    /// <summary>
    /// <c>cublasGemmStridedBatchedEx</c>: as the other, a stride after each leading dimension, and a count.
    /// </summary>
    public readonly delegate* unmanaged<
        nint, int, int, int, int, int, void*, nint, int, int, long, nint, int, int, long, void*, nint, int, int, long,
        int, int, int, CublasStatus> GemmStridedBatched;

    private CublasLibrary(string name, nint library)
    {
        Name = name;
        Create = (delegate* unmanaged<nint*, CublasStatus>)NativeLibrary.GetExport(library, "cublasCreate_v2");
        Destroy = (delegate* unmanaged<nint, CublasStatus>)NativeLibrary.GetExport(library, "cublasDestroy_v2");
        GetVersion = (delegate* unmanaged<nint, int*, CublasStatus>)
            NativeLibrary.GetExport(library, "cublasGetVersion_v2");
        SetStream = (delegate* unmanaged<nint, nint, CublasStatus>)
            NativeLibrary.GetExport(library, "cublasSetStream_v2");
        Gemm = (delegate* unmanaged<
            nint, int, int, int, int, int, void*, nint, int, int, nint, int, int, void*, nint, int, int, int, int,
            CublasStatus>)NativeLibrary.GetExport(library, "cublasGemmEx");
        GemmStridedBatched = (delegate* unmanaged<
            nint, int, int, int, int, int, void*, nint, int, int, long, nint, int, int, long, void*, nint, int, int,
            long, int, int, int, CublasStatus>)NativeLibrary.GetExport(library, "cublasGemmStridedBatchedEx");
    }

    /// <summary>The file.</summary>
    public string Name { get; }

    /// <summary>The versions that are installed, the newest first: one may be too new for the driver.</summary>
    public static IEnumerable<CublasLibrary> Installed() =>
        from name in Names
        let library = Load(name)
        where library is not null
        select library;

    private static CublasLibrary? Load(string name)
    {
        foreach (var path in Paths(name))
        {
            if (NativeLibrary.TryLoad(path, out var library))
            {
                try
                {
                    return new CublasLibrary(name, library);
                }
                catch (EntryPointNotFoundException)
                {
                    NativeLibrary.Free(library);
                }
            }
        }

        return null;
    }

    // Where the system looks, then where CUDA's own variable points.
    private static IEnumerable<string> Paths(string name)
    {
        yield return name;
        if (Environment.GetEnvironmentVariable("CUDA_PATH") is { Length: > 0 } cuda)
        {
            foreach (var folder in (string[])["lib64", "bin", Path.Combine("bin", "x64")])
            {
                yield return Path.Combine(cuda, folder, name);
            }
        }
    }
}
