namespace NotebookGrad.Backends.Gpu;

/// <summary>How a product of matrices is made on a device without a library that does it.</summary>
/// <param name="Kernel">By which kernel.</param>
/// <param name="Parts">In how many parts of the inner sum, which a second pass adds up in order.</param>
/// <param name="Share">How long a part is, but for the last.</param>
internal readonly record struct ProductPlan(ProductKernel Kernel, int Parts, int Share)
{
    private const int SmallSide = 64;
    private const int LargeSide = 128;

    // A tile of the smaller kind goes through so much of the inner sum at a time, one of tensor cores through as much
    // or twice that.
    private const int Step = 16;

    // With fewer rows, columns and terms than these most of a tile would be idle.
    private const int LeastSide = 16;
    private const int LeastDepth = 64;

    // Parts of fewer terms are not worth the second pass.
    private const int LeastShare = 256;

    /// <summary>The plan for batches of products [rows, depth] · [depth, columns].</summary>
    /// <param name="rows">The rows of a and c.</param>
    /// <param name="columns">The columns of b and c.</param>
    /// <param name="depth">The length of the inner sum.</param>
    /// <param name="batches">How many products there are.</param>
    /// <param name="multiprocessors">How many groups a device does at a time, at least.</param>
    /// <param name="cores">The kernel of tensor cores, if one is to be taken; its tiles are large.</param>
    public static ProductPlan For(
        int rows, int columns, int depth, long batches, int multiprocessors, ProductKernel? cores = null)
    {
        if (Math.Max(rows, columns) < LeastSide && depth < LeastDepth)
        {
            return new(ProductKernel.Plain, 1, depth);
        }

        var groups = Squares(rows, columns, LargeSide) * batches;
        if (groups >= multiprocessors)
        {
            return new(cores ?? ProductKernel.LargeTiles, 1, depth);
        }

        groups = cores is null ? Squares(rows, columns, SmallSide) * batches : groups;
        var wanted = Math.Clamp(2 * multiprocessors / groups, 1, Math.Max(1, depth / LeastShare));
        var share = (int)Math.Max(Step, (depth + wanted - 1) / wanted + Step - 1) / Step * Step;
        var parts = Math.Max(1, (depth + share - 1) / share);
        return new(cores ?? ProductKernel.SmallTiles, parts, share);
    }

    private static long Squares(int rows, int columns, int side) =>
        (((long)rows + side - 1) / side) * (((long)columns + side - 1) / side);
}
