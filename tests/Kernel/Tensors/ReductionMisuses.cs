namespace NotebookGrad.Tests.Tensors;

/// <summary>Misuses of reductions, orders and histograms; <see cref="MisuseTests"/> says how to read them.</summary>
public static class ReductionMisuses
{
    private static readonly Tensor Empty = Tensor.Zeros(0, 3).Named("e");
    private static readonly Tensor Whole = Tensor.Arange(0, 3).Named("n");
    private static readonly Tensor X = Tensor.Of([1f, float.NaN, 3f, 2f]);

    public static TheoryData<string, Action> Rows() => new()
    {
        { "max: e [0, 3] has no elements along the axes to find one of", () => Empty.Max() },
        { "max: axis 0 of e [0, 3] is empty and has no element to find", () => Empty.Max(0) },
        { "amin: e [0, 3] has no elements along the axes to find one of", () => Empty.Amin(0) },
        { "argmax: axis 0 of e [0, 3] is empty and has no element to find", () => Empty.ArgMax(0) },
        { "median: axis 0 of e [0, 3] is empty and has no element to find", () => Empty.Median(0) },
        { "mode: axis 0 of e [0, 3] is empty and has no element to find", () => Empty.Mode(0) },
        { "norm: e [0, 3] has no elements, and without any there is no norm for p = Infinity", () => Empty.Norm(double.PositiveInfinity) },
        { "norm: n [3] is int64; convert it with .To(DType.Float32) first", () => Whole.Norm() },
        { "var: n [3] is int64; convert it with .To(DType.Float32) first", () => Whole.Var() },
        { "prod: n [3] has no axis 1; its axes are 0 to 0, or −1 for the last", () => Whole.Prod(1) },
        { "kthvalue: axis 0 of n [3] has 3 elements and none of rank 4; ranks count from 1", () => Whole.KthValue(4) },
        { "topk: axis 0 of n [3] has 3 elements, not 4", () => Whole.TopK(4) },
        { "quantile: 1.5 is not a fraction from 0 to 1", () => X.Quantile(1.5) },
        { "quantile: interpolation \"cubic\" is unknown; it is \"linear\", \"lower\", \"higher\", \"nearest\" or \"midpoint\"", () => X.Quantile(0.5, interpolation: "cubic") },
        { "quantile: fractions a tensor [1] float64 do not fit a tensor [4] float32; they must be [] or [n] of its dtype", () => X.Quantile(Tensor.Of([0.5])) },
        { "quantile: axis 0 of a tensor [0] is empty and has no quantile", () => Tensor.Zeros(0).Quantile(0.5) },
        { "searchsorted: e [0, 3] and a tensor [4] do not fit: a sorted sequence is a vector, or its leading axes are those of the values", () => Tensor.SearchSorted(Empty, X) },
        { "bucketize: boundaries e [0, 3] must be a vector", () => Tensor.Bucketize(X, Empty) },
        { "histc: a tensor [4] cannot be spread over 100 bins from NaN to NaN; there must be at least one, and the bounds finite and in order", () => X.Histc() },
        { "histogram: edges n [3] int64 must be a vector of at least two, of x's float32", () => X.Histogram(Whole) },
        { "bincount: a tensor [4] float32 must be a vector of int64 from 0 on, and weights of its shape", () => X.BinCount() },
        { "diff: a tensor [] needs an axis, and n must not be negative but is 1", () => Tensor.Of(1f).Diff() },
        { "cov: a tensor [0, 3, 1] must be a matrix [variables, observations] or a vector", () => Empty.Unsqueeze(-1).Cov() },
        { "sum_to_size: [2] does not broadcast to n [3]", () => Whole.SumToSize(2) },
    };
}
