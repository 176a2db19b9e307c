namespace NotebookGrad.Backends.Gpu;

/// <summary>What compiled functions do element by element, as one kernel.</summary>
internal sealed partial class GpuBackend : IFusingBackend
{
    /// <inheritdoc/>
    /// <remarks>A kernel's arguments have at least a kilobyte, and a view anywhere takes 72 bytes.</remarks>
    public int MostFusedViews => 12;

    /// <inheritdoc/>
    /// <remarks>Types nest as deep, and values take registers.</remarks>
    public int MostFusedCalls => 24;

    /// <inheritdoc/>
    public bool AccumulatesWell => false;

    /// <inheritdoc/>
    public IFusedWork Fuse(IReadOnlyList<View> operands, IReadOnlyList<View> results, Action<IPointwise> calls)
    {
        var builder = new FusionBuilder(operands);
        calls(builder);
        FusedValue[] values = [.. results.Select(result => builder[result])];
        return FusionComposer.Compose(this, new FusedLayout(operands, results), builder.Operands, values);
    }
}
