using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Products of matrices by NVIDIA's library, on a CUDA device where it is installed.</summary>
internal sealed unsafe class Cublas
{
    private const int DefaultAlgorithm = -1;

    private readonly GpuBackend backend;
    private readonly CublasLibrary library;
    private readonly nint handle;

    private Cublas(GpuBackend backend, CublasLibrary library, nint handle)
    {
        (this.backend, this.library, this.handle) = (backend, library, handle);
        var version = 0;
        library.GetVersion(handle, &version);
        Name = $"cuBLAS {version / 10_000}.{version / 100 % 100}.{version % 100} ({library.Name})";
    }

    /// <summary>What the library is called, with its version.</summary>
    public string Name { get; }

    /// <summary>The library for a device; null where there is none, or none that the driver takes.</summary>
    public static Cublas? Open(GpuBackend backend)
    {
        if (backend.Stream is not CudaStream stream)
        {
            return null;
        }

        using var binding = backend.Accelerator.BindScoped();
        foreach (var library in CublasLibrary.Installed())
        {
            nint handle;
            if (library.Create(&handle) == CublasStatus.Success)
            {
                if (library.SetStream(handle, stream.StreamPtr) == CublasStatus.Success)
                {
                    return new Cublas(backend, library, handle);
                }

                library.Destroy(handle);
            }
        }

        return null;
    }

    /// <summary>c = a·b, or c + a·b, if the library takes operands that lie so.</summary>
    /// <exception cref="InvalidOperationException">The library fails; the message says with what.</exception>
    public bool TryMultiply<T>(View a, View b, View c, bool accumulate)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long) || a.Shape[^1] == 0)
        {
            return false;
        }

        if (GemmCall.For(a.Layout, b.Layout, c.Layout) is { } calls)
        {
            return TryDo<T>(calls, a, b, c, accumulate);
        }

        var (left, right, result) = (Transposed(b), Transposed(a), Transposed(c));
        return GemmCall.For(left.Layout, right.Layout, result.Layout) is { } crosswise
            && TryDo<T>(crosswise, left, right, result, accumulate);
    }

    private static View Transposed(View view)
    {
        int[] order = [.. Enumerable.Range(0, view.Layout.Rank - 2), view.Layout.Rank - 1, view.Layout.Rank - 2];
        return view with { Layout = view.Layout.Permute(order) };
    }

    private bool TryDo<T>(IReadOnlyList<GemmCall> calls, View a, View b, View c, bool accumulate)
        where T : unmanaged
    {
        lock (backend.Gate)
        {
            using var binding = backend.Accelerator.BindScoped();
            foreach (var call in calls)
            {
                backend.CountLaunch();
                var status = typeof(T) == typeof(float)
                    ? Do(call, Place<T>(a, call.A), Place<T>(b, call.B), Place<T>(c, call.C), 1f, accumulate ? 1f : 0f)
                    : Do(call, Place<T>(a, call.A), Place<T>(b, call.B), Place<T>(c, call.C), 1.0, accumulate ? 1.0 : 0);

                // What it does not support it says at the first of calls that are all alike.
                if (status is CublasStatus.NotSupported or CublasStatus.ArchMismatch && call == calls[0])
                {
                    return false;
                }

                if (status != CublasStatus.Success)
                {
                    throw new InvalidOperationException(
                        $"matmul: {Name} fails with {status} ({(int)status}) on {call.Batches} products "
                        + $"[{call.Rows}, {call.Depth}] · [{call.Depth}, {call.Columns}] of {c.DType}");
                }
            }
        }

        return true;
    }

    private CublasStatus Do<TScale>(GemmCall call, nint a, nint b, nint c, TScale alpha, TScale beta)
        where TScale : unmanaged
    {
        var (type, compute) = typeof(TScale) == typeof(float)
            ? (CublasTypes.Float32, CublasTypes.Compute(Device.MatMulPrecision))
            : (CublasTypes.Float64, CublasTypes.ComputeFloat64);
        var (transposeA, transposeB) = (call.A.IsTransposed ? 1 : 0, call.B.IsTransposed ? 1 : 0);
        return call.Batches == 1
            ? library.Gemm(
                handle, transposeB, transposeA, call.Columns, call.Rows, call.Depth, &alpha,
                b, type, call.B.Leading, a, type, call.A.Leading, &beta,
                c, type, call.C.Leading, compute, DefaultAlgorithm)
            : library.GemmStridedBatched(
                handle, transposeB, transposeA, call.Columns, call.Rows, call.Depth, &alpha,
                b, type, call.B.Leading, call.B.Step, a, type, call.A.Leading, call.A.Step, &beta,
                c, type, call.C.Leading, call.C.Step, call.Batches, compute, DefaultAlgorithm);
    }

    private static nint Place<T>(View view, GemmOperand operand)
        where T : unmanaged => view.Elements<T>().SubView(operand.Start).LoadEffectiveAddressAsPtr();
}
