namespace NotebookGrad.Tests.OpInfo;

/// <summary>Operations along axes.</summary>
internal static class ReductionAdapters
{
    public static Adapters All { get; } = new()
    {
        { "sum", x => x.IntsOrNull(1, "dim") is { } dim ? x.Tensor(0).Sum(dim, x.Bool(2, "keepdim")) : x.Tensor(0).Sum() },
        { "softmax", x => x.Tensor(0).Softmax(x.Int(1, "dim")) },
        { "log_softmax", x => x.Tensor(0).LogSoftmax(x.Int(1, "dim")) },
        { "mean", x => x.Tensor(0).Mean(x.IntsOrNull(1, "dim") ?? [], x.Bool(2, "keepdim")) },
        { "prod", x => Prod(x, Cast(x, x.DType(3, "dtype"))).To(x.DType(3, "dtype") ?? x.Tensor(0).Countable().DType) },
        { "var", x => x.Tensor(0).Var(Dims(x), x.Bool(3, "keepdim"), Correction(x)) },
        { "std", x => x.Tensor(0).Std(Dims(x), x.Bool(3, "keepdim"), Correction(x)) },
        { "var_mean", x => Two(x.Tensor(0).VarMean(Dims(x), x.Bool(3, "keepdim"), Correction(x))) },
        { "std_mean", x => Two(x.Tensor(0).StdMean(Dims(x), x.Bool(3, "keepdim"), Correction(x))) },
        { "min.reduction_no_dim", x => x.Tensor(0).Min() },
        { "max.reduction_no_dim", x => x.Tensor(0).Max() },
        { "min.reduction_with_dim", x => Two(x.Tensor(0).Min(x.Int(1), x.Bool(2))) },
        { "max.reduction_with_dim", x => Two(x.Tensor(0).Max(x.Int(1), x.Bool(2))) },
        { "amin", x => x.Tensor(0).Amin(x.IntsOrNull(1, "dim"), x.Bool(2, "keepdim")) },
        { "amax", x => x.Tensor(0).Amax(x.IntsOrNull(1, "dim"), x.Bool(2, "keepdim")) },
        { "aminmax", x => Two(x.LeaveOut(x.Bool(-1, "keepdim") && x.Tensor(0).Shape.Rank == 0, "a number with keepdim gets an axis").Tensor(0).Aminmax(x.IntOrNull(-1, "dim"), x.Bool(-1, "keepdim"))) },
        { "argmin", x => x.IntOrNull(1, "dim") is { } dim ? x.Tensor(0).ArgMin(dim, x.Bool(2, "keepdim")) : x.Tensor(0).ArgMin() },
        { "argmax", x => x.IntOrNull(1, "dim") is { } dim ? x.Tensor(0).ArgMax(dim, x.Bool(2, "keepdim")) : x.Tensor(0).ArgMax() },
        { "any", x => x.Tensor(0).Any(x.IntsOrNull(1, "dim"), x.Bool(2, "keepdim")) },
        { "all", x => x.Tensor(0).All(x.IntsOrNull(1, "dim"), x.Bool(2, "keepdim")) },
        { "count_nonzero", x => x.Tensor(0).CountNonzero(x.IntsOrNull(1, "dim")) },
        { "norm", x => x.Tensor(0).Norm(x.Double(1), x.IntsOrNull(2), x.Bool(3)) },
        { "norm.inf", x => x.Tensor(0).Norm(x.Double(1), x.IntsOrNull(2)) },
        { "norm.fro", x => x.Text(1, null, "fro") == "fro" ? x.Tensor(0).Norm(2, x.IntsOrNull(2)) : throw new InvalidOperationException() },
        { "linalg.vector_norm", x => SinglePrecision(x).Tensor(0).Norm(x.Double(1, "ord", 2), x.IntsOrNull(2, "dim"), x.Bool(3, "keepdim")) },
        { "dist", x => x.Tensor(0).Dist(x.Tensor(1), x.Double(2)) },
        { "logsumexp", x => x.Tensor(0).LogSumExp(x.Ints(1), x.Bool(2)) },
        { "cumsum", x => Cast(x, x.DType(-1, "dtype")).CumSum(x.Int(1)) },
        { "cumprod", x => Cast(x, x.DType(-1, "dtype")).CumProd(x.Int(1)) },
        { "cummax", x => Two(x.Tensor(0).CumMax(x.Int(1))) },
        { "cummin", x => Two(x.Tensor(0).CumMin(x.Int(1))) },
        { "logcumsumexp", x => x.Tensor(0).LogCumSumExp(x.Int(1)) },
        { "nansum", x => x.Tensor(0).NanSum(x.IntsOrNull(1, "dim"), x.Bool(2, "keepdim")) },
        { "nanmean", x => x.Tensor(0).NanMean(x.IntsOrNull(1, "dim"), x.Bool(2, "keepdim")) },
        { "median", x => x.IntOrNull(1, "dim") is { } dim ? Two(x.Tensor(0).Median(dim, x.Bool(2, "keepdim"))) : [x.Tensor(0).Median()] },
        { "nanmedian", x => x.IntOrNull(1, "dim") is { } dim ? Two(x.Tensor(0).NanMedian(dim, x.Bool(2, "keepdim"))) : [x.Tensor(0).NanMedian()] },
        { "quantile", x => Quantile(x, (q, dim, keepDim, rule) => x.Tensor(0).Quantile(q, dim, keepDim, rule), (q, dim, keepDim, rule) => x.Tensor(0).Quantile(q, dim, keepDim, rule)) },
        { "nanquantile", x => Quantile(x, (q, dim, keepDim, rule) => x.Tensor(0).NanQuantile(q, dim, keepDim, rule), (q, dim, keepDim, rule) => x.Tensor(0).NanQuantile(q, dim, keepDim, rule)) },
        { "histc", x => x.Tensor(0).Histc(x.Int(1, "bins", 100), x.Double(2, "min", 0), x.Double(3, "max", 0)) },
        { "histogram", x => Two(x.IsTensor(1)
            ? x.LeaveOut(!x.Tensor(1).Sort().Values.Eq(x.Tensor(1)).All().Item<bool>(), "the edges are out of order").Tensor(0).Histogram(x.Tensor(1), x.TensorOrNull(-1, "weight"), x.Bool(-1, "density"))
            : x.Tensor(0).Histogram(x.Int(1), null, x.TensorOrNull(-1, "weight"), x.Bool(-1, "density"))) },
        { "softmax.with_dtype", x => Cast(x, x.DType(2, "dtype")).Softmax(x.Int(1)) },
        { "log_softmax.dtype", x => Cast(x, x.DType(2, "dtype")).LogSoftmax(x.Int(1)) },
        { "diff", x => x.Tensor(0).Diff(x.Int(1, null, 1), x.Int(2, null, -1), x.TensorOrNull(3), x.TensorOrNull(4)) },
        { "kthvalue", x => Two(x.LeaveOut(x.Tensor(0).DType == DType.Int64, "which of equal elements is found is an order of PyTorch's own").Tensor(0).KthValue(x.Int(1), x.Int(2, null, -1), x.Bool(3))) },
        { "mode", x => Two(x.Tensor(0).Mode(x.Int(1, null, -1), x.Bool(2))) },
    };

    private static Sample SinglePrecision(Sample x) =>
        x.LeaveOut((float)x.Double(1, "ord", 2) != x.Double(1, "ord", 2), "PyTorch rounds the order of a norm to float32");

    private static Tensor Cast(Sample x, DType? dtype) => dtype is { } wanted ? x.Tensor(0).To(wanted) : x.Tensor(0);

    private static Tensor Prod(Sample x, Tensor input) => x.IntOrNull(1) is { } dim ? input.Prod(dim, x.Bool(2, "keepdim")) : input.Prod();

    // The first argument of a variance is its axes, or whether it is unbiased.
    private static int[]? Dims(Sample x) => x[1, "dim"] is bool ? null : x.IntsOrNull(1, "dim");

    private static double Correction(Sample x) => x[1, "dim"] is bool unbiased
        ? (unbiased ? 1 : 0)
        : x.IntOrNull(-1, "correction") ?? (x.Bool(2, "unbiased", otherwise: true) ? 1 : 0);

    private static Tensor[] Two((Tensor First, Tensor Second) pair) => [pair.First, pair.Second];

    private static Tensor[] Two(ValuesAndIndices found) => [found.Values, found.Indices];

    private static Tensor[] Two(HistogramResult found) => [found.Hist, found.BinEdges];

    private static Tensor Quantile(
        Sample x, Func<Tensor, int?, bool, string, Tensor> byTensor, Func<double, int?, bool, string, Tensor> byNumber)
    {
        var (dim, keepDim, rule) = (x.IntOrNull(2, "dim"), x.Bool(3, "keepdim"), x.Text(-1, "interpolation", "linear"));
        return x.IsTensor(1) ? byTensor(x.Tensor(1), dim, keepDim, rule) : byNumber(x.Double(1), dim, keepDim, rule);
    }
}
