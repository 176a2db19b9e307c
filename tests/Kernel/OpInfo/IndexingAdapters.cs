namespace NotebookGrad.Tests.OpInfo;

/// <summary>Picking elements, placing and ordering them.</summary>
internal static class IndexingAdapters
{
    public static Adapters All { get; } = new()
    {
        { "__getitem__", x => x.Tensor(0)[Indices(x[1])] },
        { "scatter", x => Scatter(x.LeaveOut(x.Has(4, "reduce"), "scatter with a reduction")) },
        { "scatter_add", x => x.Tensor(0).ScatterAdd(x.Int(1, "dim"), x.Tensor(2, "index"), x.Tensor(3, "src")) },
        { "index_add", x => x.Tensor(0).IndexAdd(x.Int(1, "dim"), x.Tensor(2, "index"), x.Tensor(3, "source"), x.ScalarOrNull(-1, "alpha")) },
        { "index_copy", x => x.Tensor(0).IndexCopy(x.Int(1, "dim"), x.Tensor(2, "index"), x.Tensor(3, "source")) },
        { "index_fill", IndexFill },
        { "index_put", x => x.Tensor(0).IndexPut(x.Tensors(1, "indices"), x.Tensor(2, "values"), x.Bool(3, "accumulate")) },
        { "take", x => x.Tensor(0).Take(x.Tensor(1, "index")) },
        { "take_along_dim", x => x.Tensor(0).TakeAlongDim(x.Tensor(1, "indices"), x.IntOrNull(2, "dim")) },
        { "masked_select", x => x.Tensor(0).MaskedSelect(x.Tensor(1, "mask")) },
        { "masked_scatter", x => x.Tensor(0).MaskedScatter(x.Tensor(1, "mask"), x.Tensor(2, "source")) },
        { "nonzero", x => x.LeaveOut(x.Bool(-1, "as_tuple"), "nonzero as a tuple").Tensor(0).Nonzero() },
        { "argwhere", x => x.Tensor(0).Argwhere() },
        { "nn.functional.one_hot", x => Functional.OneHot(x.Tensor(0), x.Int(1, "num_classes", -1)) },
        { "nn.functional.embedding", Embedding },
        { "gather", x => x.Tensor(0).Gather(x.Int(1, "dim"), x.Tensor(2, "index")) },
        { "index_select", x => x.Tensor(0).IndexSelect(x.Int(1, "dim"), x.Tensor(2, "index")) },
    };

    private static Tensor Scatter(Sample x) => x.IsTensor(3, "src")
        ? x.Tensor(0).Scatter(x.Int(1, "dim"), x.Tensor(2, "index"), x.Tensor(3, "src"))
        : x.LeaveOut(!x.Tensor(0).DType.IsReal && x.Double(3, "value") == 2.5, "a fraction among whole numbers, which is refused here")
            .Tensor(0).Scatter(x.Int(1, "dim"), x.Tensor(2, "index"), x.Scalar(3, "value"));

    private static Tensor IndexFill(Sample x) => x.IsTensor(3, "value")
        ? x.Tensor(0).IndexFill(x.Int(1, "dim"), x.Tensor(2, "index"), x.Tensor(3, "value"))
        : x.Tensor(0).IndexFill(x.Int(1, "dim"), x.Tensor(2, "index"), x.Scalar(3, "value"));

    private static Tensor Embedding(Sample x)
    {
        x.LeaveOut(x.Bool(-1, "scale_grad_by_freq"), "embedding with gradients scaled by frequency")
            .LeaveOut(x.Has(-1, "max_norm"), "embedding that renormalises its rows");
        return Functional.Embedding(x.Tensor(1), x.Ignoring("sparse", "norm_type").Tensor(0), x.IntOrNull(2, "padding_idx"));
    }

    private static TensorIndex?[] Indices(object? index) => index is object?[] list ? Array.ConvertAll(list, One) : [One(index)];

    private static TensorIndex? One(object? index) => index switch
    {
        null => null,
        long position => position < 0 ? new Index((int)-position, fromEnd: true) : (int)position,
        bool truth => (Tensor)truth,
        Ellipsis => TensorIndex.Ellipsis,
        Tensor tensor => tensor,
        object?[] list => Array.ConvertAll(list, item => (int)(long)item!),
        Slice { Parts: [var start, var stop, var step] } => (Bound(start, Index.Start)..Bound(stop, Index.End), step ?? 1),
        _ => throw new LeftOutException($"an index of type {index.GetType().Name}"),
    };

    private static Index Bound(int? bound, Index otherwise) => bound switch
    {
        null => otherwise,
        < 0 => new Index(-bound.Value, fromEnd: true),
        _ => bound.Value,
    };
}
