using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Matrices;

/// <summary>Which kernel makes a product, for a device of 100 multiprocessors.</summary>
public class ProductPlanTests
{
    private const int Multiprocessors = 100;

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(15, 15, 63)]
    public void What_would_leave_tiles_idle_is_made_plainly(int rows, int columns, int depth) =>
        Assert.Equal(new(ProductKernel.Plain, 1, depth), Plan(rows, columns, depth, 1000));

    [Theory]
    [InlineData(1280, 1280, 64, 1)]
    [InlineData(128, 128, 4096, 100)]
    [InlineData(100_000, 64, 64, 1)]
    public void Enough_large_tiles_for_all_multiprocessors_are_taken(int rows, int columns, int depth, int batches) =>
        Assert.Equal(new(ProductKernel.LargeTiles, 1, depth), Plan(rows, columns, depth, batches));

    [Theory]
    [InlineData(1000, 1000, 64)]
    [InlineData(16, 16, 100)]
    [InlineData(3, 3, 511)]
    public void Else_tiles_are_small(int rows, int columns, int depth)
    {
        var plan = Plan(rows, columns, depth, 1);
        Assert.Equal((ProductKernel.SmallTiles, 1), (plan.Kernel, plan.Parts));
    }

    [Theory]
    [InlineData(64, 64, 10_000)]
    [InlineData(1, 1, 1_000_000)]
    [InlineData(512, 512, 1000)]
    [InlineData(1, 4096, 4097)]
    public void A_long_inner_sum_is_cut_where_tiles_are_few(int rows, int columns, int depth)
    {
        var plan = Plan(rows, columns, depth, 1);
        Assert.Equal(ProductKernel.SmallTiles, plan.Kernel);
        Assert.InRange(plan.Parts, 2, 2 * Multiprocessors);
        Assert.InRange(plan.Share, 256, depth - 1);
        Assert.Equal(0, plan.Share % 16);
        Assert.InRange((long)plan.Parts * plan.Share, depth, depth + plan.Share - 1);
    }

    [Theory]
    [InlineData(15, 15, 63, 1000)]
    [InlineData(1, 1, 1, 1)]
    public void Tensor_cores_do_not_make_what_would_leave_them_idle(int rows, int columns, int depth, int batches) =>
        Assert.Equal(
            new(ProductKernel.Plain, 1, depth),
            ProductPlan.For(rows, columns, depth, batches, Multiprocessors, ProductKernel.BFloat16));

    [Theory]
    [InlineData(1280, 1280, 64, 1, 1)]
    [InlineData(1000, 1000, 64, 1, 1)]
    [InlineData(1000, 1000, 4096, 1, 3)]
    [InlineData(128, 128, 4096, 100, 1)]
    public void Tensor_cores_make_all_else_in_large_tiles(int rows, int columns, int depth, int batches, int parts)
    {
        var plan = ProductPlan.For(rows, columns, depth, batches, Multiprocessors, ProductKernel.TensorFloat32);
        Assert.Equal((ProductKernel.TensorFloat32, parts), (plan.Kernel, plan.Parts));
    }

    private static ProductPlan Plan(int rows, int columns, int depth, long batches) =>
        ProductPlan.For(rows, columns, depth, batches, Multiprocessors);
}
