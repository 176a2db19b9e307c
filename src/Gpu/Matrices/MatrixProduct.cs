using System.Numerics;
using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>c = a·b, or c + a·b, by the device's library, else by the kernel that suits the sizes.</summary>
internal static class MatrixProduct<T>
    where T : unmanaged, INumber<T>
{
    public static void Run(GpuBackend backend, View a, View b, View c, bool accumulate)
    {
        if (c.Layout.Count == 0)
        {
            return;
        }

        (a, b, c) = Folded(a, b, c);
        if (!Device.PrefersMatMulLibrary || backend.Cublas?.TryMultiply<T>(a, b, c, accumulate) != true)
        {
            Launch(backend, Plan(backend, a, c), a, b, c, accumulate);
        }
    }

    /// <summary>The same by a plan, for operands that have elements.</summary>
    public static void Launch(GpuBackend backend, ProductPlan plan, View a, View b, View c, bool accumulate)
    {
        if (plan.Kernel == ProductKernel.Plain)
        {
            PlainProduct<T>.Run(backend, a, b, c, accumulate);
        }
        else if (plan.Parts == 1)
        {
            Tile(backend, plan, a, b, c.Elements<T>(), c.Layout, 0, accumulate);
        }
        else
        {
            var layout = Layout.Contiguous(c.Shape);
            var parts = new GpuStorage(backend, c.DType, plan.Parts * layout.Count);
            Tile(backend, plan, a, b, parts.Elements<T>(), layout, layout.Count, accumulate: false);
            PartialSums<T>.Run(backend, parts.Elements<T>(), layout, plan.Parts, c, accumulate);
            parts.Release();
        }
    }

    private static ProductPlan Plan(GpuBackend backend, View a, View c)
    {
        var (rows, columns, depth) = (c.Shape[^2], c.Shape[^1], a.Shape[^1]);
        return backend.HasTiles
            ? ProductPlan.For(
                rows, columns, depth, c.Layout.Count / rows / columns, backend.Accelerator.NumMultiprocessors,
                Cores(backend))
            : new ProductPlan(ProductKernel.Plain, 1, depth);
    }

    // By which kernel tensor cores may multiply; null where they may not.
    private static ProductKernel? Cores(GpuBackend backend)
    {
        var precision = Device.MatMulPrecision;
        return typeof(T) != typeof(float) || precision == MatMulPrecision.Highest || !backend.HasTensorCores ? null
            : precision == MatMulPrecision.High ? ProductKernel.TensorFloat32
            : ProductKernel.BFloat16;
    }

    // Products with one right operand are one, where the rows of all go on evenly.
    private static (View A, View B, View C) Folded(View a, View b, View c)
    {
        while (c.Layout.Rank > 2 && (b.Layout.Strides[^3] == 0 || b.Shape[^3] == 1))
        {
            var lengths = c.Shape.ToArray();
            int[] shape = [.. lengths[..^3], checked(lengths[^3] * lengths[^2]), lengths[^1]];
            if (c.Layout.Reshape(new Shape(shape)) is not { } results
                || a.Layout.Reshape(new Shape([.. shape[..^1], a.Shape[^1]])) is not { } lines)
            {
                break;
            }

            a = a with { Layout = lines };
            b = b with { Layout = b.Layout.Select(b.Layout.Rank - 3, 0) };
            c = c with { Layout = results };
        }

        return (a, b, c);
    }

    private static void Tile(
        GpuBackend backend, ProductPlan plan, View a, View b, ArrayView<T> to, Layout c, long pacePart, bool accumulate)
    {
        var sizes = new TiledSizes(c, a.Shape[^1], plan.Parts, plan.Share, pacePart, accumulate);
        switch (plan.Kernel)
        {
            case ProductKernel.SmallTiles: TiledProduct<SmallTile<T>, T>.Run(backend, a, b, to, c, sizes); break;
            case ProductKernel.LargeTiles: TiledProduct<LargeTile<T>, T>.Run(backend, a, b, to, c, sizes); break;
            case ProductKernel.TensorFloat32:
                TensorProduct<TensorFloat32>.Run(backend, a, b, to.Cast<float>(), c, sizes);
                break;
            default: TensorProduct<BFloat16>.Run(backend, a, b, to.Cast<float>(), c, sizes); break;
        }
    }
}
