namespace NotebookGrad.Tests;

/// <summary>Misuses of transforms and of checks; <see cref="Tensors.MisuseTests"/> says how to read them.</summary>
public static class TransformMisuses
{
    private static readonly Tensor W = Tensor.Zeros(3, 4, requiresGrad: true).Named("w");
    private static readonly Tensor V = Tensor.Of([1f, 2f, 3f], requiresGrad: true).Named("v");
    private static readonly Tensor X = Tensor.Zeros(5).Named("x");
    private static readonly Tensor Whole = Tensor.Arange(0, 3).Named("n");

    public static TheoryData<string, Action> Rows() => new()
    {
        {
            "jvp: the tangent of w [3, 4] float32 is [5] float32; it must have the input's shape and dtype",
            () => Autograd.Jvp(W.Sum(), [W], [X])
        },
        {
            "jvp: 1 inputs and 0 tangents; give one for each",
            () => Autograd.Jvp(W.Sum(), [W], [])
        },
        {
            "gradient: the function gave a tensor [3], but it must give a single number; use Autograd.Jacobian "
            + "for a function of many",
            () => Autograd.Gradient(x => x * 2, V)
        },
        {
            "hessian: n [3] is int64; only float32 and float64 have derivatives. Convert it with "
            + ".To(DType.Float32)",
            () => Autograd.Hessian(x => x.Sum(), Whole)
        },
        {
            "jacobian: there is no input to differentiate by",
            () => Autograd.Jacobian(x => x[0], [])
        },
        {
            "jvp: the tangent of v [3] float32 is [5] float32; it must have the input's shape and dtype",
            () => Autograd.Jvp(x => x.Exp(), V, X)
        },
        {
            "divergence: the field gave a tensor [] for v [3]; it must give a vector of the input's shape",
            () => Autograd.Divergence(x => x.Sum(), V)
        },
        {
            "laplacian: the function gave a tensor [3] for v [3]; it must give a number for each point, []",
            () => Autograd.Laplacian(x => x * 2, V)
        },
        {
            "curl: x [5] has 5 coordinates along its last axis; there must be 2 or 3",
            () => Autograd.Curl(x => x, X)
        },
        {
            "divergence: a tensor [] has no coordinates; they lie along the last axis",
            () => Autograd.Divergence(x => x, Tensor.Of(1f))
        },
        {
            "vmap: empty [0, 2] lists no examples, so that the function is never called and the shape of its "
            + "result not known",
            () => Autograd.Vmap(x => x)(Tensor.Zeros(0, 2).Named("empty"))
        },
        {
            "vmap: v [3] lists 3 examples along axis 0, and w [3, 4] 4 along axis 1",
            () => Autograd.Vmap(x => x[0] + x[1], [0, 1])([V, W])
        },
        {
            "vmap: no input lists examples; give at least one of them an axis",
            () => Autograd.Vmap(x => x[0], [null])([V])
        },
        {
            "vmap: 1 inputs and 2 axes; give one for each",
            () => Autograd.Vmap(x => x[0], [0, 0])([V])
        },
        {
            "gradcheck: no input is float32 or float64, so there is nothing to move",
            () => Autograd.GradCheck(x => x, Whole)
        },
    };
}
