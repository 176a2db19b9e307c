using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Whether a device's tensor cores may multiply: where they give what the plain kernel gives.</summary>
internal static class TensorCoreSupport
{
    // More than a tile of 128 each way, and two stretches of the inner sum, with rests.
    private const int Rows = 131;
    private const int Columns = 150;
    private const int Depth = 70;

    /// <summary>
    /// Whether the device has some and they pass; if they fail, that is said once (<see cref="Device.Advised"/>).
    /// </summary>
    public static bool AreUsable(GpuBackend backend) => AreHere(backend) && Pass(backend);

    /// <summary>Whether the device has some that the kernel is for, as every CUDA device since sm_80.</summary>
    public static bool AreHere(GpuBackend backend) => backend.HasTiles
        && backend.Accelerator is CudaAccelerator cuda && cuda.Architecture >= CudaArchitecture.SM_80;

    /// <summary>Whether their products are right; if not, why they are not used is said.</summary>
    public static bool Pass(GpuBackend backend)
    {
        string? reason;
        try
        {
            reason = Differs<TensorFloat32>(backend) ?? Differs<BFloat16>(backend);
        }
        catch (Exception problem) when (problem is InvalidOperationException or AcceleratorException)
        {
            reason = $"their kernel fails: {problem.GetBaseException().Message}";
        }

        if (reason is not null)
        {
            Device.Advise($"{backend.Name}: products of matrices do without tensor cores, because {reason}");
        }

        return reason is null;
    }

    /// <summary>How products of a type of factors differ from those of the plain kernel; null if they do not.</summary>
    public static string? Differs<TFactor>(GpuBackend backend)
        where TFactor : struct, IFactor
    {
        var random = new Random(1);
        var a = SmallNumbers(backend, random, Rows, Depth);
        var b = SmallNumbers(backend, random, Depth, Columns);
        var c = SmallNumbers(backend, random, Rows, Columns);
        var sizes = new TiledSizes(c.Layout, Depth, 1, Depth, 0, accumulate: false);
        TensorProduct<TFactor>.Run(backend, a, b, c.Elements<float>(), c.Layout, sizes);
        var made = Read(backend, c);
        TiledProduct<SmallTile<float>, float>.Run(backend, a, b, c.Elements<float>(), c.Layout, sizes);
        var expected = Read(backend, c);
        var different = made.Zip(expected).Count(pair => pair.First != pair.Second);
        foreach (var view in (View[])[a, b, c])
        {
            ((GpuStorage)view.Storage).GiveBack();
        }

        return different == 0
            ? null
            : $"{different} of the {made.Length} elements of a product of {typeof(TFactor).Name} are wrong";
    }

    // Whole numbers of few digits, whose products every type has exactly.
    private static View SmallNumbers(GpuBackend backend, Random random, int rows, int columns)
    {
        var values = new float[rows * columns];
        foreach (ref var value in values.AsSpan())
        {
            value = random.Next(-9, 10);
        }

        var storage = backend.Allocate(DType.Float32, values.Length);
        backend.Write<float>(values, storage);
        return new(storage, Layout.Contiguous(new Shape([rows, columns])));
    }

    private static float[] Read(GpuBackend backend, View view)
    {
        var values = new float[view.Layout.Count];
        backend.Read(view, values.AsSpan());
        return values;
    }
}
