namespace NotebookGrad.Tests.Tensors;

/// <summary>Misuses of tensors and functions of them; <see cref="MisuseTests"/> says how to read them.</summary>
public static class TensorMisuses
{
    private static readonly Tensor W = Tensor.Zeros(3, 4, requiresGrad: true).Named("w");
    private static readonly Tensor X = Tensor.Zeros(5).Named("x");
    private static readonly Tensor Empty = Tensor.Zeros(5, 0).Named("e");
    private static readonly Tensor Whole = Tensor.Arange(0, 3).Named("n");

    public static TheoryData<string, Action> Rows() => new()
    {
        {
            "mul: w [3, 4] and x [5] do not broadcast: axis 1 is 4 against 5. Axes align from the right, and "
            + "lengths must be equal or 1.",
            () => _ = W * X
        },
        {
            "matmul: w [3, 4] and x [5] do not multiply: the last axis of the first must be as long as the "
            + "second's last but one (or only) axis",
            () => W.MatMul(X)
        },
        {
            "remainder: n [3] has a 0, by which whole numbers cannot be divided; convert one with .To(DType.Float32) to get "
            + "∞ or NaN there",
            () => _ = Whole % Whole
        },
        {
            "pow: n [3] is int64, and whole numbers have no whole power -1; convert it with .To(DType.Float32) first",
            () => Whole.Pow(-1)
        },
        {
            "clamp: x [5] is given no bound; give min, max or both",
            () => X.Clamp()
        },
        {
            "where: the condition x [5] is float32; it must be truth values, as a comparison such as x > 0 makes them",
            () => Tensor.Where(X, X, X)
        },
        {
            "!: n [3] is int64, not truth values; x.LogicalNot() tells where it is 0",
            () => _ = !Whole
        },
        {
            "bitwise_and: x [5] float32 and x [5] float32 must be truth values or whole numbers; compare real numbers "
            + "first, as in x > 0",
            () => _ = X & X
        },
        {
            "polygamma: there is no derivative of order -1; n must be 0 or more",
            () => X.Polygamma(-1)
        },
        {
            "gelu: approximate is \"erf\"; it must be \"none\" or \"tanh\"",
            () => Functional.Gelu(X, "erf")
        },
        {
            "prelu: weight x [5] does not fit w [3, 4]; it must be one number, or a vector of 4, one for each channel "
            + "(axis 1)",
            () => Functional.Prelu(W, X)
        },
        {
            "reshape: w [3, 4] has 12 elements, which [5, -1] cannot hold; the lengths must multiply to the "
            + "count, and one may be −1 if the others have no 0",
            () => W.Reshape(5, -1)
        },
        {
            "reshape: w [3, 4] has 12 elements, which [-1, -1] cannot hold; the lengths must multiply to the "
            + "count, and one may be −1 if the others have no 0",
            () => W.Reshape(-1, -1)
        },
        {
            "expand: x [5] does not broadcast to [2, 3]: axes align from the right, and only those of length 1 "
            + "stretch",
            () => X.Expand(2, 3)
        },
        {
            "sum: x [5] has no axis 1; its axes are 0 to 0, or −1 for the last",
            () => X.Sum(1)
        },
        {
            "sum: axis -1 of w [3, 4] is named twice",
            () => W.Sum([1, -1])
        },
        {
            "index: x [5] at [n]: position 7 is out of bounds for axis 0, which has length 5",
            () => _ = X[Tensor.Of([0, 7]).Named("n")]
        },
        {
            "index: x [5] at [int64 [1]]: position -6 is out of bounds for axis 0, which has length 5",
            () => _ = X[Tensor.Of([-6])]
        },
        {
            "index: x [5] at [bool [4]]: the mask a tensor [4] does not fit: axis 0 has length 5",
            () => _ = X[Tensor.Ones(4) > 0]
        },
        {
            "index: w [3, 4] at [bool [2, 4], 0]: there are more indices than axes",
            () => _ = W[Tensor.Ones(2, 4) > 0, 0]
        },
        {
            "index: x [5] is float32; only int64 and bool tensors pick elements, as x.To(DType.Int64) or x > 0 "
            + "make them",
            () => _ = W[X]
        },
        {
            "index: a [2] and b [3] do not broadcast: axis 0 is 2 against 3. Axes align from the right, and "
            + "lengths must be equal or 1.",
            () => _ = W[Tensor.Of([0, 1]).Named("a"), Tensor.Of([0, 1, 2]).Named("b")]
        },
        {
            "index: w [3, 4] at […, 0, …]: an ellipsis may stand only once",
            () => _ = W[TensorIndex.Ellipsis, 0, TensorIndex.Ellipsis]
        },
        {
            "index (.., -1): a step must be greater than zero",
            () => _ = X[(.., -1)]
        },
        {
            "index: w [3, 4] at [0] is [4], to which the value x [5] does not broadcast",
            () => W[0] = X
        },
        {
            "index: x [5] at [7]: 7 is out of bounds for axis 0, which has length 5",
            () => _ = X[7]
        },
        {
            "index: x [5] at [0, 0]: there are more indices than axes",
            () => _ = X[0, 0]
        },
        {
            "index -2: count from the end with ^, as in x[^2]",
            () => _ = X[-2]
        },
        {
            "gather: index n [3] int64 does not fit w [3, 4] along axis 0: it must be int64, of as many axes, "
            + "and no longer along the others",
            () => W.Gather(0, Whole)
        },
        {
            "gather: index 3 is out of bounds for axis 0, which has length 3",
            () => Whole.Gather(0, Tensor.Of([3]))
        },
        {
            "item: x [5] has 5 elements, not one; ToArray gives them all",
            () => X.Item<float>()
        },
        {
            "tensor: no dtype holds Decimal; a tensor's elements are float, double, long (or int) or bool",
            () => Tensor.Of(1m)
        },
        {
            "toarray: x [5] is float32, which Int64 does not hold; convert it with .To(DType.Int64) first, or "
            + "read it as its own type",
            () => X.ToArray<long>()
        },
        {
            "mean: n [3] is int64; convert it with .To(DType.Float32) first",
            () => Whole.Mean()
        },
        {
            "sub: a tensor [2] and a tensor [2] are truth values; convert one with .To(DType.Int64)",
            () => _ = Tensor.Of([true, false]) - Tensor.Of([true, true])
        },
        {
            "arange: from 0 to 5 there is no way in steps of -1",
            () => Tensor.Arange(0, 5, -1)
        },
        {
            "linspace: -1 steps from 0 to 1; give 0 or more",
            () => Tensor.Linspace(0, 1, -1)
        },
        {
            "shape [-1]: a length cannot be negative (only Reshape takes −1, for one axis)",
            () => Tensor.Zeros(-1)
        },
        {
            "randn: random real numbers need float32 or float64, not int64",
            () => Tensor.Randn(2, dtype: DType.Int64)
        },
        {
            "mse_loss: prediction a tensor [4, 1] and target a tensor [4] differ in shape:\n\n    prediction  4 1\n"
            + "    target        4\n    together    4 4\n\nThey would broadcast, which in a loss is nearly "
            + "always a mistake; reshape one, as in target.Reshape(4, 1)",
            () => Functional.MseLoss(Tensor.Zeros(4, 1), Tensor.Zeros(4))
        },
        {
            "cross_entropy: logits w [3, 4] and labels a tensor [2] do not fit; logits must be [rows, classes] "
            + "and labels [rows], or [rows, classes, …] and [rows, …]:\n\n    logits without classes  3\n    "
            + "labels                  2\n    together                ✗",
            () => Functional.CrossEntropy(W, Whole[..2])
        },
        {
            "cross_entropy: labels a tensor [3] are float32; they must be int64 class numbers, as "
            + "labels.To(DType.Int64) makes them, or probabilities in the shape of the logits",
            () => Functional.CrossEntropy(W, Tensor.Zeros(3))
        },
        {
            "cross_entropy: label 9 at [1] of a tensor [3] is no class: w [3, 4] has 4 classes (axis 1), "
            + "numbered 0 to 3",
            () => Functional.CrossEntropy(W, Tensor.Of([0, 9, 1]))
        },
        {
            "view: e [5, 0] has 0 elements, which [-1, 0] cannot hold; the lengths must multiply to the count, and one may "
            + "be −1 if the others have no 0",
            () => Empty.View(-1, 0)
        },
        {
            "flatten: s [] has no axis -2; its axes are 0 to 0, or −1 for the last",
            () => Tensor.Zeros([]).Named("s").Flatten(0, -2)
        },
        {
            "pad: -3 before and -2 behind leave nothing of axis 1 of w [3, 4]",
            () => Functional.Pad(W, [-3, -2], "circular")
        },
        {
            "pad: -2 before and -2 behind leave nothing of axis 1 of w [3, 4]",
            () => Functional.Pad(W, [-2, -2], "replicate")
        },
        {
            "unflatten: s [] has no axis to make several of",
            () => Tensor.Zeros([]).Named("s").Unflatten(0, 1)
        },
        {
            "sum: axis -1 of s [] is named twice",
            () => Tensor.Zeros([]).Named("s").Sum([0, -1])
        },
        {
            "norm: e [5, 0] has no elements, and without any there is no norm for p = -2",
            () => Empty.Norm(-2)
        },
        {
            "isclose: rtol -1 and atol 1E-08 for x [5] and x [5] must be 0 or more",
            () => X.IsClose(X, rtol: -1)
        },
        {
            "softshrink: lambd is NaN; x [5] shrinks by 0 or more",
            () => Functional.Softshrink(X, double.NaN)
        },
        {
            "one_hot: there cannot be -2 classes; give their number, or −1 for one more than the greatest label of n [3]",
            () => Functional.OneHot(Whole, -2)
        },
        {
            "histogram: weight w [3, 4] float32 must be of the shape and dtype of x [5] float32",
            () => X.Histogram(3, weight: W)
        },
        {
            "histogram: weight n [3] int64 must be of the shape and dtype of v [3] float32",
            () => Tensor.Zeros(3).Named("v").Histogram(3, weight: Whole)
        },
        {
            "fill: the number 2.5 does not fit an int64 tensor, and a number never changes a tensor's dtype; convert the "
            + "tensor with .To(DType.Float32)",
            () => Whole.Scatter(0, Whole, 2.5)
        },
        {
            "add: w [3, 4] is on cpu and a tensor [1] on naive; bring them together with .To(device)",
            () => _ = W + Tensor.Zeros(1, device: Backends.NaiveBackend.Device)
        },
        {
            "image: x [5] is none; images are [h, w], [3, h, w] or [h, w, 3], and batches [n, h, w], [n, 1, h, w] or "
            + "[n, 3, h, w]; take a part or reshape it",
            () => X.Image()
        },
        {
            "image: e [5, 0] has 0 pixels to show, of 1 to 1048576; take a part of it, such as x[..8]",
            () => Empty.Image()
        },
        {
            "image: w [3, 4] from 1 to 1 has no range; low must be less than high, and both finite",
            () => W.Image(low: 1, high: 1)
        },
    };
}
