namespace NotebookGrad.Tests.OpInfo;

/// <summary>Products of matrices and sums of products.</summary>
internal static class ContractionAdapters
{
    public static Adapters All { get; } = new()
    {
        { "matmul", x => x.Tensor(0).MatMul(x.Tensor(1)) },
        { "__rmatmul__", x => x.Tensor(1).MatMul(x.Tensor(0)) },
        { "mm", x => x.Tensor(0).Mm(x.Tensor(1)) },
        { "mv", x => x.Tensor(0).Mv(x.Tensor(1)) },
        { "bmm", x => x.Tensor(0).Bmm(x.Tensor(1)) },
        { "dot", x => x.Tensor(0).Dot(x.Tensor(1)) },
        { "vdot", x => x.Tensor(0).Vdot(x.Tensor(1)) },
        { "inner", x => x.Tensor(0).Inner(x.Tensor(1)) },
        { "outer", x => Numbers(x).Tensor(0).Outer(x.Tensor(1)) },
        { "addmm", x => Blend(x).Tensor(0).Addmm(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(-1, "beta"), x.ScalarOrNull(-1, "alpha")) },
        { "addmm.decomposed", x => Blend(x).Tensor(0).Addmm(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(-1, "beta"), x.ScalarOrNull(-1, "alpha")) },
        { "addbmm", x => Blend(x).Tensor(0).Addbmm(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(-1, "beta"), x.ScalarOrNull(-1, "alpha")) },
        { "baddbmm", x => Blend(x).Tensor(0).Baddbmm(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(-1, "beta"), x.ScalarOrNull(-1, "alpha")) },
        { "addmv", x => Blend(x).Tensor(0).Addmv(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(-1, "beta"), x.ScalarOrNull(-1, "alpha")) },
        { "addr", x => Blend(x).Tensor(0).Addr(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(-1, "beta"), x.ScalarOrNull(-1, "alpha")) },
        { "einsum", x => Tensor.Einsum(x.Text(1, null, string.Empty), x.Tensors(0)) },
        { "tensordot", x => x[2, "dims"] is object?[] dims
            ? x.Tensor(0).TensorDot(x.Tensor(1), Axes(dims[0]), Axes(dims[1]))
            : x.Tensor(0).TensorDot(x.Tensor(1), x.Int(2, "dims", 2)) },
        { "nn.functional.linear", x => Functional.Linear(x.Tensor(0), x.Tensor(1), x.TensorOrNull(2, "bias")) },
        { "nn.functional.bilinear", x => Functional.Bilinear(x.Tensor(0), x.Tensor(1), x.Tensor(2), x.TensorOrNull(3, "bias")) },
    };

    private static Sample Numbers(Sample x) => x.LeaveOut(x.Tensor(0).DType == DType.Bool, "truth values have no products here");

    private static Sample Blend(Sample x) => Numbers(x).LeaveOut(
        !x.Tensor(0).DType.IsReal && (x.Scalar(-1, "beta", 1).DType.IsReal || x.Scalar(-1, "alpha", 1).DType.IsReal),
        "PyTorch silently drops the fraction of a factor of whole numbers; it is refused here");

    private static int[] Axes(object? list) => Array.ConvertAll((object?[])list!, axis => checked((int)(long)axis!));
}
