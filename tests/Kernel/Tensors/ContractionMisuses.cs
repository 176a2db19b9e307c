namespace NotebookGrad.Tests.Tensors;

/// <summary>Misuses of contractions, convolutions and poolings; <see cref="MisuseTests"/> says how to read them.</summary>
public static class ContractionMisuses
{
    private static readonly Tensor A = Tensor.Zeros(2, 3).Named("a");
    private static readonly Tensor B = Tensor.Zeros(4, 5).Named("b");
    private static readonly Tensor V = Tensor.Zeros(3).Named("v");
    private static readonly Tensor Image = Tensor.Zeros(1, 3, 4, 4).Named("image");
    private static readonly Tensor Kernel = Tensor.Zeros(6, 3, 5, 5).Named("kernel");
    private static readonly Tensor Whole = Tensor.Zeros([1, 3, 4, 4], dtype: DType.Int64).Named("n");

    public static TheoryData<string, Action> Rows() => new()
    {
        { "einsum \"ij,jk->ik\": axis 0 of operand 1, b [4, 5], has length 4, but subscript j stands for 3 elsewhere; lengths must be equal, or 1 in another operand", () => Tensor.Einsum("ij,jk->ik", A, B) },
        { "einsum \"ij,jk\": it has 2 subscripts between commas for 1 operands; each needs one", () => Tensor.Einsum("ij,jk", A) },
        { "einsum \"ijk\": \"ijk\" names 3 axes of operand 0, a [2, 3], which has 2; an ellipsis ... stands for those not named", () => Tensor.Einsum("ijk", A) },
        { "einsum \"...ijk\": \"...ijk\" names 3 axes of operand 0, a [2, 3], which has 2", () => Tensor.Einsum("...ijk", A) },
        { "einsum \"i1\": \"i1\" of operand 0, a [2, 3] has '1'; subscripts are letters a–z and A–Z, with commas between operands and one -> before the result", () => Tensor.Einsum("i1", A) },
        { "einsum \"ij->i->j\": \"i->j\" of the result has '-'; subscripts are letters a–z and A–Z, with commas between operands and one -> before the result", () => Tensor.Einsum("ij->i->j", A) },
        { "einsum \"i.j\": \"i.j\" of operand 0, a [2, 3] has a dot that is not part of one ellipsis ...", () => Tensor.Einsum("i.j", A) },
        { "einsum \"...i...\": \"...i...\" of operand 0, a [2, 3] has a dot that is not part of one ellipsis ...", () => Tensor.Einsum("...i...", A) },
        { "einsum \"ij->ii\": the result has subscript i twice; for a diagonal result see DiagEmbed", () => Tensor.Einsum("ij->ii", A) },
        { "einsum \"ij->k\": subscript k of the result is not in any operand", () => Tensor.Einsum("ij->k", A) },
        { "einsum \"ii\": axis 1 of operand 0, a [2, 3], has length 3, but subscript i stands for 2 elsewhere; lengths must be equal, or 1 in another operand", () => Tensor.Einsum("ii", A) },
        { "einsum \"\": it has 1 subscripts between commas for 0 operands; each needs one", () => Tensor.Einsum("") },
        { "dot: a [2, 3] and v [3] must be a vector and a vector; MatMul takes any of them", () => A.Dot(V) },
        { "mm: a [2, 3] and v [3] must be a matrix and a matrix; MatMul takes any of them", () => A.Mm(V) },
        { "bmm: a [2, 3] and b [4, 5] must be batches of matrices [b, n, k] and [b, k, m]; MatMul broadcasts", () => A.Bmm(B) },
        { "addmm: b [4, 5] and a tensor [2, 2] do not broadcast: axis 0 is 4 against 2. Axes align from the right, and lengths must be equal or 1.", () => B.Addmm(A, A.T) },
        { "tensordot: a [2, 3] and b [4, 5] have no 3 axes each to sum over", () => A.TensorDot(B, 3) },
        { "tensordot: axis 0 of operand 1, b [4, 5], has length 4, but subscript b stands for 3 elsewhere; lengths must be equal, or 1 in another operand", () => A.TensorDot(B, 1) },
        { "tensordot: a tensor [] is a number and has no axis 0 to sum over", () => Tensor.Ones([]).TensorDot(B, [0], [0]) },
        { "tensordot: [0] of a [2, 3] and [] of b [4, 5] must name equally many axes", () => A.TensorDot(B, [0], []) },
        { "linear: the last axis of input a [2, 3] must be as long as that of weight b [4, 5], which is [out, in]", () => Functional.Linear(A, B) },
        { "linear: bias v [3] does not broadcast to the result, which is [2]", () => Functional.Linear(A, V, V) },
        { "inner: the last axes of a [2, 3] and b [4, 5] must be equally long", () => A.Inner(B) },
        { "inner: the last axes of a tensor [2, 1] and v [3] must be equally long", () => Tensor.Zeros(2, 1).Inner(V) },
        { "interpolate: scale_factor (Infinity) must be one positive number, or one for each of the 2 spatial axes", () => Functional.Interpolate(Image, scaleFactor: double.PositiveInfinity) },
        { "interpolate: the spatial axes of input image [1, 3, 4, 4] would become [4000000000000, 4000000000000]; none may be empty or longer than 2147483647", () => Functional.Interpolate(Image, scaleFactor: 1e12) },
        { "max_unpool1d: output_size [9] must differ from [6] by less than the stride [3], for a tensor [1, 2, 2] to come from it", () => Functional.MaxUnpool1d(Tensor.Zeros(1, 2, 2), Tensor.Zeros([1, 2, 2], dtype: DType.Int64), 3, outputSize: 9) },
        { "bilinear: inputs a [2, 3] and a [2, 3] and weight b [4, 5] must be […, n], […, m] with the same leading axes, and [out, n, m]", () => Functional.Bilinear(A, A, B) },
        { "conv2d: the kernel of weight kernel [6, 3, 5, 5] spans 5 elements of spatial axis 0, but input image [1, 3, 4, 4] has 4 there with its padding; pad more, or take a smaller kernel or dilation", () => Functional.Conv2d(Image, Kernel) },
        { "conv2d: weight kernel [6, 3, 5, 5] with groups 2 takes 6 channels in, and its first axis must be a multiple of groups; input image [1, 3, 4, 4] has 3 channels", () => Functional.Conv2d(Image, Kernel, groups: 2) },
        { "conv1d: input image [1, 3, 4, 4] and weight kernel [6, 3, 5, 5]: the input must have 3 axes, [batch, channels, …], or 2 without a batch, and the weight 3, [features, channels/groups, …]", () => Functional.Conv1d(Image, Kernel) },
        { "conv2d: bias v [3] must be [6], one number for each feature of weight kernel [6, 3, 5, 5]", () => Functional.Conv2d(Image, Kernel, V, padding: 2) },
        { "conv2d: padding \"same\" needs stride 1, not 2", () => Functional.Conv2d(Image, Kernel, stride: 2, padding: "same") },
        { "padding \"full\" is neither \"same\" nor \"valid\", nor a number", () => Functional.Conv2d(Image, Kernel, padding: "full") },
        { "conv2d: stride (1, 0) must be 1 or more", () => Functional.Conv2d(Image, Kernel, stride: (1, 0)) },
        { "conv2d: dilation (1, 1, 1) must be one number, or one for each of the 2 spatial axes", () => Functional.Conv2d(Image, Kernel, dilation: (1, 1, 1)) },
        { "conv_transpose2d: output_padding 2 must be less than the stride 2 or the dilation 1: what is farther from the input depends on nothing", () => Functional.ConvTranspose2d(Image, Kernel[..3], stride: 2, outputPadding: 2) },
        { "conv_transpose2d: of input image [1, 3, 4, 4] and weight a tensor [3, 3, 5, 5] nothing is left on spatial axis 0: its length would be -2; cut less off by padding", () => Functional.ConvTranspose2d(Image, Kernel[..3], padding: 5) },
        { "max_pool2d: a window spans 5 elements of spatial axis 0, but input image [1, 3, 4, 4] has 4 there with its padding; take a smaller window", () => Functional.MaxPool2d(Image, 5) },
        { "max_pool1d: a window on spatial axis 0 of input a tensor [1, 2, 1] has only padding under its elements, and no greatest one; take less padding or dilation", () => Functional.MaxPool1d(Tensor.Ones(1, 2, 1), 2, stride: 2, padding: 1, dilation: 2) },
        { "max_pool2d: padding 2 must be at most half of kernel_size 2, or a window would have no element", () => Functional.MaxPool2d(Image, 2, padding: 2) },
        { "max_pool2d: n [1, 3, 4, 4] is int64; convert it with .To(DType.Float32) first", () => Functional.MaxPool2d(Whole, 2) },
        { "avg_pool2d: divisor_override must not be 0", () => Functional.AvgPool2d(Image, 2, divisorOverride: 0) },
        { "avg_pool1d: input image [1, 3, 4, 4] must have 3 axes, [batch, channels, …], or 2 without a batch", () => Functional.AvgPool1d(Image, 2) },
        { "adaptive_avg_pool2d: the spatial axes of input a tensor [1, 0, 2] must not be empty", () => Functional.AdaptiveAvgPool2d(Tensor.Zeros(1, 0, 2), 1) },
        { "max_unpool2d: indices image [1, 3, 4, 4] float32 must be int64 and of the shape of input image [1, 3, 4, 4]", () => Functional.MaxUnpool2d(Image, Image, 2) },
        { "interpolate: mode \"bilinear\" does not suit input a tensor [1, 2, 3]: [batch, channels, …] with 1 (linear), 2 (bilinear, bicubic), 3 (trilinear) or any of these (nearest, nearest-exact, area) spatial axes; alignCorners is for the linear and cubic ones", () => Functional.Interpolate(Tensor.Zeros(1, 2, 3), 4, mode: "bilinear") },
        { "interpolate: give either size or scaleFactor, and recomputeScaleFactor only with the latter", () => Functional.Interpolate(Image) },
        { "interpolate: scale_factor (1, 2, 3) must be one positive number, or one for each of the 2 spatial axes", () => Functional.Interpolate(Image, scaleFactor: [1, 2, 3]) },
        { "pixel_shuffle: the channels of input image [1, 3, 4, 4], its third axis from the end, must be a multiple of the square of upscale factor 2", () => Functional.PixelShuffle(Image, 2) },
        { "pixel_unshuffle: the last two axes of input image [1, 3, 4, 4] must be multiples of downscale factor 3, after an axis of channels", () => Functional.PixelUnshuffle(Image, 3) },
        { "unfold: a window of 5 elements at dilation 1 does not fit an axis of 4 with padding 0", () => Functional.Unfold(Image, 5) },
        { "fold: input a [2, 3] must be [batch, channels·4, 9] (or without the batch), for 3·3 windows of 2·2 elements fit the output", () => Functional.Fold(A, 4, 2) },
    };
}
