using static NotebookGrad.TensorIndex;

namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/indexing.py</c> in NotebookGrad's words.</summary>
internal static class IndexingRows
{
    private static readonly Tensor Index = Tensor.Of(new long[,] { { 0, 2, 2 }, { 1, 0, 3 } });
    private static readonly Tensor Rows = Tensor.Of([2, 0, 2, 1]);

    private static readonly Tensor First = Tensor.Of([0, 1, -1]);
    private static readonly Tensor Distinct = Tensor.Of(new long[,] { { 0, 2, 1 }, { 1, 0, 3 } });
    private static readonly Tensor Truth = true;
    private static readonly Tensor Second = Tensor.Of(new long[,] { { 2 }, { 0 } });
    private static readonly Tensor Mask = Tensor.Of(new[,] { { true, false, true }, { false, false, true } });

    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["index"] = x => x[0][0, 1..3].Pow(2),
        ["index last"] = x => x[0][^1] * x[0][.., null, 0],
        ["index tail"] = x => x[0][1.., ..^2].Exp(),
        ["gather"] = x => x[0].Gather(1, Index.To(x[0].Device)).Pow(2),
        ["gather rows"] = x => x[0].Gather(0, Index.To(x[0].Device)).Pow(2),
        ["index step"] = x => x[0][(1..6, 2)].Pow(2),
        ["index ellipsis"] = x => x[0][Ellipsis, 1] * x[0][0, Ellipsis, ..1],
        ["index tensor"] = x => x[0][Rows].Pow(2),
        ["index matrix of positions"] = x => x[0][Index].Pow(2),
        ["index tensors that broadcast"] = x => x[0][First, Second].Pow(2),
        ["index tensor inside"] = x => x[0][.., Rows, 1..].Pow(2),
        ["index tensors between axes"] = x => x[0][1.., First, Second].Pow(2),
        ["index tensors apart"] = x => x[0][First, .., Second].Pow(2),
        ["index tensors around a new axis"] = x => x[0][First, null, Second].Pow(2),
        ["index position beside a tensor"] = x => x[0][0, .., First].Pow(2),
        ["index tensors of a transpose"] = x => x[0].T[First, Second[.., ..1]].Pow(2),
        ["index mask"] = x => x[0][Mask].Pow(2),
        ["index mask of rows"] = x => x[0][Mask].Pow(2),
        ["index mask beside a tensor"] = x => x[0][Mask[0], .., First[..2]].Pow(2),
        ["index mask of nothing"] = x => x[0][Tensor.Zeros(2, 3, dtype: DType.Bool)].Pow(2),
        ["put position"] = x => Put(x[0], y => y[1] = x[1]),
        ["put range"] = x => Put(x[0], y => y[.., 1..3] = x[1]),
        ["put number"] = x => Put(x[0], y => y[Ellipsis, 0] = 2.5),
        ["put leading units"] = x => Put(x[0], y => y[0] = x[1]),
        ["put mask"] = x => Put(x[0], y => y[Mask] = 0.5),
        ["put mask of rows"] = x => Put(x[0], y => y[Mask] = x[1]),
        ["put tensor"] = x => Put(x[0], y => y[First] = x[1]),
        ["put tensors apart"] = x => Put(x[0], y => y[First[..2], .., Second] = x[1]),
        ["put tensor in a range"] = x => Put(x[0], y => y[1..3, Rows[1..3]] = x[1]),
        ["index truth value"] = x => x[0][Truth] * x[0][.., Truth, 0],
        ["scatter"] = x => x[0].Scatter(1, Distinct.To(x[0].Device), x[1]).Pow(2),
        ["scatter number"] = x => x[0].Scatter(0, Tensor.Of(new long[,] { { 0, 0, 1 }, { 1, 0, 1 } }, device: x[0].Device), 0.5).Pow(2),
        ["scatter_add"] = x => x[0].ScatterAdd(1, Index.To(x[0].Device), x[1]).Pow(2),
        ["index_add"] = x => x[0].IndexAdd(1, Rows.To(x[0].Device), x[1], alpha: 0.5).Pow(2),
        ["index_copy"] = x => x[0].IndexCopy(0, Rows[1..].To(x[0].Device), x[1]).Pow(2),
        ["index_fill"] = x => x[0].IndexFill(1, Tensor.Of([1, 2], device: x[0].Device), x[1]).Pow(2),
        ["index_put accumulated"] = x => x[0].IndexPut([First, Second], x[1], accumulate: true).Pow(2),
        ["take"] = x => x[0].Take(Tensor.Of(new long[,] { { 0, -1 }, { 4, 4 } }, device: x[0].Device)).Pow(2),
        ["take_along_dim"] = x => x[0].TakeAlongDim(Index[..1].To(x[0].Device), 1).Pow(2),
        ["masked_select"] = x => x[0].MaskedSelect(Mask.To(x[0].Device)).Pow(2),
        ["masked_scatter"] = x => x[0].MaskedScatter(Mask.To(x[0].Device), x[1]).Pow(2),
        ["embedding"] = x => Functional.Embedding(Index.To(x[0].Device), x[0]).Pow(2),
        ["embedding with padding"] = x => Functional.Embedding(Index.To(x[0].Device), x[0], paddingIdx: 2).Pow(2),
        ["index_select"] = x => x[0].IndexSelect(0, Rows.To(x[0].Device)).Pow(2),
    };

    private static Tensor Put(Tensor x, Action<Tensor> change)
    {
        var y = x.Clone();
        change(y);
        return y.Pow(2);
    }
}
