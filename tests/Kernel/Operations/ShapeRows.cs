namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/shape.py</c> in NotebookGrad's words.</summary>
internal static class ShapeRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["reshape"] = x => x[0].Reshape(2, -1) * 3,
        ["reshape transposed"] = x => x[0].T.Reshape(6, 2).Pow(2),
        ["transpose"] = x => x[0].Transpose(0, 2).Pow(2),
        ["expand"] = x => x[0].Expand(4, 3, 2).Pow(2),
        ["clone"] = x => x[0].Clone() * x[0],
        ["cast"] = x => x[0].To(DType.Float32).To(DType.Float64).To(x[0].DType).Pow(2),
        ["to device"] = x => x[0].To(Other(x[0].Device)).To(x[0].Device).Pow(2),
        ["view"] = x => x[0].View(2, 6).Pow(2),
        ["flatten"] = x => x[0].Flatten(1, 2).Pow(2),
        ["flatten number"] = x => x[0].Flatten().Pow(2),
        ["unflatten"] = x => x[0].Unflatten(1, 2, -1).Pow(2),
        ["squeeze"] = x => x[0].Squeeze() * x[0].Squeeze(0),
        ["unsqueeze"] = x => x[0].Unsqueeze(1) * x[0].Unsqueeze(-1),
        ["permute"] = x => x[0].Permute(2, 0, -2).Pow(2),
        ["movedim"] = x => x[0].MoveDim([0, 1], [-1, 0]).Pow(2),
        ["transposed reshape to a view"] = x => x[0].T.Reshape(2, 2, 3).Pow(2),
        ["narrow"] = x => x[0].Narrow(1, 1, 2).Pow(2),
        ["select"] = x => x[0].Select(-1, -2).Pow(2),
        ["diagonal"] = x => x[0].Diagonal(1, 0, 2).Pow(2),
        ["diagonal below"] = x => x[0].Diagonal(-1).Pow(2),
        ["unfold"] = x => x[0].Unfold(0, 3, 1).Pow(2),
        ["unfold apart"] = x => x[0].Unfold(1, 2, 3).Pow(2),
        ["contiguous"] = x => x[0].T.Contiguous().Pow(2),
        ["cat"] = x => Tensor.Cat([x[0], x[1], x[0]], 1).Pow(2),
        ["stack"] = x => Tensor.Stack([x[0], x[1]], 1).Pow(2),
        ["split"] = x => Product(x[0].Split(2, 1)),
        ["chunk"] = x => Product(x[0].Chunk(2)),
        ["unbind"] = x => Product(x[0].Unbind(1)),
        ["repeat"] = x => x[0].Repeat(2, 1, 3).Pow(2),
        ["repeat_interleave"] = x => x[0].RepeatInterleave(Tensor.Of([2, 0, 1], device: x[0].Device), 0).Pow(2),
        ["flip"] = x => x[0].Flip(0, 2).Pow(2),
        ["roll"] = x => x[0].Roll([1, -2], [0, 1]).Pow(2),
        ["roll all"] = x => x[0].Roll(7).Pow(2),
        ["rot90"] = x => x[0].Rot90().Pow(2) + x[0].Rot90(-1),
        ["tril"] = x => x[0].Tril(-1).Pow(2),
        ["triu"] = x => x[0].Triu(1).Pow(2),
        ["diag"] = x => x[0].Diag(1).Pow(2),
        ["diag_embed"] = x => x[0].DiagEmbed(-1, 0, 2).Pow(2),
        ["meshgrid"] = x => Product(Tensor.Meshgrid([x[0], x[1]], "xy")),
        ["pad"] = x => Functional.Pad(x[0], [1, -1, 0, 2], value: 3).Pow(2),
        ["pad reflect"] = x => Functional.Pad(x[0], [2, 1, 1, 0], "reflect").Pow(2),
        ["pad replicate"] = x => Functional.Pad(x[0], [2, 1, 1, 0], "replicate").Pow(2),
        ["pad circular"] = x => Functional.Pad(x[0], [2, 1, 1, 0], "circular").Pow(2),
    };

    private static Tensor Product(Tensor[] parts) => parts is [var a, var b] ? a * b.Pow(2) : throw new ArgumentException($"{parts.Length} parts");

    private static Device Other(Device device) => device == Device.Cpu ? Backends.NaiveBackend.Device : Device.Cpu;
}
