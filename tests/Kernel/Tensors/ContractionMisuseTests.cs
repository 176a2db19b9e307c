namespace NotebookGrad.Tests.Tensors;

/// <summary>Each misuse of contractions, convolutions and poolings with what its message must say.</summary>
public class ContractionMisuseTests
{
    private static readonly Tensor A = Tensor.Zeros(2, 3).Named("a");
    private static readonly Tensor B = Tensor.Zeros(4, 5).Named("b");
    private static readonly Tensor V = Tensor.Zeros(3).Named("v");
    private static readonly Tensor Image = Tensor.Zeros(1, 3, 4, 4).Named("image");
    private static readonly Tensor Kernel = Tensor.Zeros(6, 3, 5, 5).Named("kernel");
    private static readonly Tensor Whole = Tensor.Zeros([1, 3, 4, 4], dtype: DType.Int64).Named("n");

    public static TheoryData<string, Action> Misuses() => new()
    {
        { "einsum \"ij,jk->ik\": axis 0 of operand 1, b [4, 5], has length 4, but subscript j stands for 3 elsewhere", () => Tensor.Einsum("ij,jk->ik", A, B) },
        { "einsum \"ij,jk\": it has 2 subscripts between commas for 1 operands", () => Tensor.Einsum("ij,jk", A) },
        { "einsum \"ijk\": \"ijk\" names 3 axes of operand 0, a [2, 3], which has 2; an ellipsis ... stands for those not named", () => Tensor.Einsum("ijk", A) },
        { "einsum \"...ijk\": \"...ijk\" names 3 axes of operand 0, a [2, 3], which has 2", () => Tensor.Einsum("...ijk", A) },
        { "einsum \"i1\": \"i1\" of operand 0, a [2, 3] has '1'; subscripts are letters", () => Tensor.Einsum("i1", A) },
        { "einsum \"ij->i->j\": \"i->j\" of the result has '-'", () => Tensor.Einsum("ij->i->j", A) },
        { "einsum \"i.j\": \"i.j\" of operand 0, a [2, 3] has a dot that is not part of one ellipsis", () => Tensor.Einsum("i.j", A) },
        { "einsum \"...i...\": \"...i...\" of operand 0, a [2, 3] has a dot that is not part of one ellipsis", () => Tensor.Einsum("...i...", A) },
        { "einsum \"ij->ii\": the result has subscript i twice", () => Tensor.Einsum("ij->ii", A) },
        { "einsum \"ij->k\": subscript k of the result is not in any operand", () => Tensor.Einsum("ij->k", A) },
        { "einsum \"ii\": axis 1 of operand 0, a [2, 3], has length 3, but subscript i stands for 2", () => Tensor.Einsum("ii", A) },
        { "einsum \"\": it has 1 subscripts between commas for 0 operands", () => Tensor.Einsum("") },
        { "dot: a [2, 3] and v [3] must be a vector and a vector", () => A.Dot(V) },
        { "mm: a [2, 3] and v [3] must be a matrix and a matrix", () => A.Mm(V) },
        { "bmm: a [2, 3] and b [4, 5] must be batches of matrices", () => A.Bmm(B) },
        { "addmm: b [4, 5] and a tensor [2, 2] do not broadcast", () => B.Addmm(A, A.T) },
        { "tensordot: a [2, 3] and b [4, 5] have no 3 axes each", () => A.Tensordot(B, 3) },
        { "tensordot: axis 0 of operand 1, b [4, 5], has length 4", () => A.Tensordot(B, 1) },
        { "tensordot: [0] of a [2, 3] and [] of b [4, 5] must name equally many axes", () => A.Tensordot(B, [0], []) },
        { "linear: the last axis of input a [2, 3] must be as long as that of weight b [4, 5]", () => Functional.Linear(A, B) },
        { "bilinear: inputs a [2, 3] and a [2, 3] and weight b [4, 5]", () => Functional.Bilinear(A, A, B) },
        { "conv2d: the kernel of weight kernel [6, 3, 5, 5] spans 5 elements of spatial axis 0, but input image [1, 3, 4, 4] has 4", () => Functional.Conv2d(Image, Kernel) },
        { "conv2d: weight kernel [6, 3, 5, 5] with groups 2 takes 6 channels in", () => Functional.Conv2d(Image, Kernel, groups: 2) },
        { "conv1d: input image [1, 3, 4, 4] and weight kernel [6, 3, 5, 5]: the input must have 3 axes", () => Functional.Conv1d(Image, Kernel) },
        { "conv2d: bias v [3] must be [6]", () => Functional.Conv2d(Image, Kernel, V, padding: 2) },
        { "conv2d: padding \"same\" needs stride 1, not 2", () => Functional.Conv2d(Image, Kernel, stride: 2, padding: "same") },
        { "padding \"full\" is neither \"same\" nor \"valid\"", () => Functional.Conv2d(Image, Kernel, padding: "full") },
        { "conv2d: stride (1, 0) must be 1 or more", () => Functional.Conv2d(Image, Kernel, stride: (1, 0)) },
        { "conv2d: dilation (1, 1, 1) must be one number, or one for each of the 2 spatial axes", () => Functional.Conv2d(Image, Kernel, dilation: (1, 1, 1)) },
        { "conv_transpose2d: output_padding 2 must be less than the stride 2 or the dilation 1", () => Functional.ConvTranspose2d(Image, Kernel[..3], stride: 2, outputPadding: 2) },
        { "nothing is left on spatial axis 0: its length would be -2", () => Functional.ConvTranspose2d(Image, Kernel[..3], padding: 5) },
        { "max_pool2d: a window spans 5 elements of spatial axis 0, but input image [1, 3, 4, 4] has 4", () => Functional.MaxPool2d(Image, 5) },
        { "max_pool2d: padding 2 must be at most half of kernel_size 2", () => Functional.MaxPool2d(Image, 2, padding: 2) },
        { "max_pool2d: input n [1, 3, 4, 4] is int64; convert it with .To(DType.Float32)", () => Functional.MaxPool2d(Whole, 2) },
        { "avg_pool2d: divisor_override must not be 0", () => Functional.AvgPool2d(Image, 2, divisorOverride: 0) },
        { "avg_pool1d: input image [1, 3, 4, 4] must have 3 axes", () => Functional.AvgPool1d(Image, 2) },
        { "adaptive_avg_pool2d: the spatial axes of input a tensor [1, 0, 2] must not be empty", () => Functional.AdaptiveAvgPool2d(Tensor.Zeros(1, 0, 2), 1) },
        { "max_unpool2d: indices image [1, 3, 4, 4] float32 must be int64", () => Functional.MaxUnpool2d(Image, Image, 2) },
        { "interpolate: mode \"bilinear\" does not suit input a tensor [1, 2, 3]", () => Functional.Interpolate(Tensor.Zeros(1, 2, 3), 4, mode: "bilinear") },
        { "interpolate: give either size or scaleFactor", () => Functional.Interpolate(Image) },
        { "interpolate: scale_factor (1, 2, 3) must be one positive number", () => Functional.Interpolate(Image, scaleFactor: [1, 2, 3]) },
        { "pixel_shuffle: the channels of input image [1, 3, 4, 4]", () => Functional.PixelShuffle(Image, 2) },
        { "pixel_unshuffle: the last two axes of input image [1, 3, 4, 4] must be multiples of downscale factor 3", () => Functional.PixelUnshuffle(Image, 3) },
        { "unfold: a window of 5 elements at dilation 1 does not fit an axis of 4 with padding 0", () => Functional.Unfold(Image, 5) },
        { "fold: input a [2, 3] must be [batch, channels·4, 9]", () => Functional.Fold(A, 4, 2) },
    };

    [Theory]
    [MemberData(nameof(Misuses))]
    public void A_misuse_is_named_with_its_values_and_the_remedy(string message, Action misuse)
    {
        var error = Assert.ThrowsAny<Exception>(misuse);
        Assert.True(error is ArgumentException or InvalidOperationException, error.ToString());
        Assert.Contains(message, error.Message);
    }
}
