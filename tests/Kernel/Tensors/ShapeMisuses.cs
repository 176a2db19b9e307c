namespace NotebookGrad.Tests.Tensors;

/// <summary>Misuses of what arranges elements; <see cref="MisuseTests"/> says how to read them.</summary>
public static class ShapeMisuses
{
    private static readonly Tensor W = Tensor.Zeros(3, 4).Named("w");
    private static readonly Tensor X = Tensor.Zeros(5).Named("x");
    private static readonly Tensor Number = Tensor.Of(3f).Named("c");

    public static TheoryData<string, Action> Rows() => new()
    {
        { "view: a tensor [4, 3] with strides [1, 4] cannot be seen as [12] without a copy; Reshape makes one where it must", () => W.T.View(12) },
        { "view: w [3, 4] has 12 elements, which [5, 2] cannot hold; the lengths must multiply to the count, and one may be −1 if the others have no 0", () => W.View(5, 2) },
        { "unflatten: w [3, 4] has 4 elements, which [3, -1] cannot hold; the lengths must multiply to the count, and one may be −1 if the others have no 0", () => W.Unflatten(1, 3, -1) },
        { "flatten: axis 1 of w [3, 4] lies behind axis 0; give the outer one first", () => W.Flatten(1, 0) },
        { "unsqueeze: w [3, 4] has no place 3 for a new axis; its places are 0 to 2, or −1 behind all", () => W.Unsqueeze(3) },
        { "permute: w [3, 4] has 2 axes, and [0] names 1; name each of them once", () => W.Permute(0) },
        { "permute: axis 1 of w [3, 4] is named twice", () => W.Permute(1, 1) },
        { "movedim: 1 axes of w [3, 4] cannot go to 2 places", () => W.MoveDim([0], [1, 0]) },
        { "narrow: 2 positions from 4 exceed axis 0 of x [5], which has length 5", () => X.Narrow(0, 4, 2) },
        { "select: position 5 is out of bounds for axis 0 of x [5], which has length 5", () => X.Select(0, 5) },
        { "diagonal: axis -2 of w [3, 4] is named twice", () => W.Diagonal(0, 0, -2) },
        { "unfold: windows of 6 in steps of 1 do not fit axis 0 of x [5], which has length 5; the step must be at least 1", () => X.Unfold(0, 6, 1) },
        { "cat: there are no tensors to join", () => Tensor.Cat([]) },
        { "cat: c [] has no axis to join along; Stack makes a new one", () => Tensor.Cat([Number, Number]) },
        { "cat: w [3, 4] and x [5] have different numbers of axes; Stack makes a new axis", () => Tensor.Cat([W, X]) },
        { "cat: w [3, 4] and a tensor [4, 3] do not join along axis 1: axis 0 is 3 against 4, and all other axes must be equal", () => Tensor.Cat([W, W.T], 1) },
        { "stack: w [3, 4] and x [5] differ in shape; Cat joins along an axis that they have", () => Tensor.Stack([W, X]) },
        { "split: parts of lengths [2, 2] do not make up axis 0 of x [5], which has length 5", () => X.Split([2, 2]) },
        { "split: axis 0 of x [5] cannot be cut in parts of length 0; it must be at least 1", () => X.Split(0) },
        { "chunk: x [5] cannot be cut in 0 parts; at least 1", () => X.Chunk(0) },
        { "unbind: c [] has no axis to cut", () => Number.Unbind() },
        { "repeat: w [3, 4] cannot be repeated [2] times; give a count of at least 0 for every axis", () => W.Repeat(2) },
        { "repeat_interleave: counts x [5] float32 do not fit axis 0 of w [3, 4]; they must be int64 [3]", () => W.RepeatInterleave(X, 0) },
        { "repeat_interleave: a count of -1 is negative", () => X.RepeatInterleave(-1) },
        { "flip: x [5] has no axis 1; its axes are 0 to 0, or −1 for the last", () => X.Flip(1) },
        { "roll: 2 shifts of w [3, 4] need as many axes, not 1", () => W.Roll([1, 2], [0]) },
        { "rot90: a plane has two axes, not 3", () => W.Unsqueeze(-1).Rot90(1, [0, 1, 2]) },
        { "tril: x [5] is no matrix; it needs two axes or, for a batch, more", () => X.Tril() },
        { "diag: a tensor [3, 4, 1] is neither a vector nor a matrix; see DiagEmbed and Diagonal", () => W.Unsqueeze(-1).Diag() },
        { "diag_embed: matrices of w [3, 4] cannot lie along axes 1 and -2; they must differ and be from 0 to 2", () => W.DiagEmbed(0, 1, -2) },
        { "meshgrid: w [3, 4] must be a vector or a number", () => Tensor.Meshgrid([W]) },
        { "meshgrid: indexing \"yx\" is unknown; it is \"ij\" or \"xy\"", () => Tensor.Meshgrid([X], "yx") },
        { "pad: [1] is not two lengths for each of at most 1 axes of x [5]", () => Functional.Pad(X, [1]) },
        { "pad: -3 before and -3 behind leave nothing of axis 0 of x [5]", () => Functional.Pad(X, [-3, -3]) },
        { "pad: axis 0 of x [5] is too short for 5 before and 0 behind in mode \"reflect\"", () => Functional.Pad(X, [5, 0], "reflect") },
        { "pad: mode \"edge\" is unknown; it is \"constant\", \"reflect\", \"replicate\" or \"circular\"", () => Functional.Pad(X, [1, 1], "edge") },
    };
}
