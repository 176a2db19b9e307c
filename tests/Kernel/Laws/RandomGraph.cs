using NotebookGrad.Tests.OpInfo;

namespace NotebookGrad.Tests.Laws;

/// <summary>
/// A smooth function of three tensors that bytes decide, so that FsCheck can draw and shrink it: any bytes are a
/// function. The first three choose the shapes of its leaves; each further four are an operation, two operands and a
/// parameter. Results stay of the order of 1, so that laws hold to nearly all digits.
/// </summary>
internal sealed class RandomGraph
{
    private const int LargestCount = 40;
    private static readonly int[][] Shapes = [[], [1], [3], [2, 3], [3, 3], [3, 1], [2, 1, 3], [2, 3, 1]];

    private static readonly Func<Tensor, Tensor, int, Tensor>[] Operations =
    [
        (a, _, _) => -a,
        (a, _, _) => a.Tanh(),
        (a, _, _) => a.Sigmoid(),
        (a, _, _) => a.Sin(),
        (a, _, _) => a.Cos(),
        (a, _, _) => a.Tanh().Exp(),
        (a, _, _) => (1.5 + a.Sin()).Log(),
        (a, _, _) => (1.5 + a.Cos()).Sqrt(),
        (a, _, _) => a.Tanh().Pow(3),
        (a, _, p) => a.Sin().Pow(2) * (p % 3 - 1),
        (a, _, p) => (2 + a.Tanh()).Pow(-0.5 - (p % 2)),
        (a, b, _) => Meet(a, b, (x, y) => (x + y) / 2),
        (a, b, _) => Meet(a, b, (x, y) => (x - y) / 2),
        (a, b, _) => Meet(a, b, (x, y) => x.Tanh() * y),
        (a, b, _) => Meet(a, b, (x, y) => x / (1 + y.Pow(2))),
        (a, b, _) => a.Shape.Rank > 1 && b.Shape.Rank > 1 && a.Shape[^1] == b.Shape[^2] && Broadcasts(a.Shape.ToArray()[..^2], b.Shape.ToArray()[..^2])
            ? a.MatMul(b).Tanh() : a * 0.5,
        (a, _, _) => a.Sum().Tanh(),
        (a, _, p) => a.Shape.Rank > 0 ? a.Sum(p % a.Shape.Rank, keepDim: p > 100).Sin() : a.Sin(),
        (a, _, p) => a.Shape.Rank > 0 ? a.Mean(p % a.Shape.Rank, keepDim: p > 100) : a.Clone(),
        (a, _, p) => a.Shape.Rank > 0 ? a.Softmax(p % a.Shape.Rank) : a.Tanh(),
        (a, _, p) => a.Shape.Rank > 0 ? a.LogSoftmax(p % a.Shape.Rank) / 3 : a.Tanh(),
        (a, _, p) => a.Shape.Rank > 1 ? a.Transpose(p % a.Shape.Rank, p / 8 % a.Shape.Rank) : a.Clone(),
        (a, _, _) => a.Reshape(-1),
        (a, _, p) => a.Shape.Rank > 0 ? a[0, null] : a.Expand(2),
        (a, _, p) => a.Shape.Rank > 0 ? a[(p % a.Shape[0])..] : a.Clone(),
        (a, _, p) => a.Shape.Rank > 0 ? a.IndexSelect(0, Tensor.Of([p % a.Shape[0], 0])) : a.Clone(),
        (a, _, _) => a.Shape.Rank < 3 ? a.Expand([2, .. a.Shape]) : a.T,
        (a, _, _) => a.Erf(),
        (a, _, _) => a.Atan(),
        (a, _, _) => Functional.Gelu(a) / 2,
        (a, _, _) => Functional.Softplus(a) / 2,
        (a, _, _) => Functional.Silu(a) / 2,
        (a, _, _) => (a.Tanh() / 2).Atanh(),
        (a, _, _) => (2 + a.Sin()).Lgamma(),
        (a, b, _) => Meet(a, b, (x, y) => x.LogAddExp(y) / 2),
        (a, b, _) => Meet(a, b, (x, y) => (2 + x.Sin()).Pow(y.Sin()) / 3),
        (a, b, _) => Meet(a, b, (x, y) => x.Atan2(2 + y.Cos())),
        (a, b, _) => Meet(a, b, (x, y) => x.Hypot(1 + y.Pow(2).Tanh()) / 2),
        (a, _, p) => a.Shape.Rank > 0 ? a.LogSumExp(p % a.Shape.Rank) / 3 : a,
        (a, _, p) => a.Shape.Rank > 0 ? a.CumSum(p % a.Shape.Rank).Sin() : a,
        (a, _, p) => a.Shape.Rank > 0 ? a.Tanh().CumProd(p % a.Shape.Rank) : a,
        (a, _, p) => a.Shape.Rank > 0 ? a.Tanh().Prod(p % a.Shape.Rank) : a,
        (a, _, p) => a.Shape.Rank > 0 ? a.Var(p % a.Shape.Rank, correction: 0).Tanh() : a,
        (a, _, p) => a.Shape.Rank > 0 ? a.Flip(p % a.Shape.Rank) : a,
        (a, _, p) => a.Shape.Rank > 0 ? a.Roll(p, p % a.Shape.Rank) : a,
        (a, _, p) => a.Shape.Rank > 1 ? a.Tril((p % 3) - 1) : a,
        (a, _, _) => a.Shape.Rank > 1 ? a.Diagonal() : a,
        (a, _, p) => a.Shape.Rank > 0 ? Functional.Pad(a, [p % 2, p / 2 % 2]) : a,
        (a, b, p) => a.Shape == b.Shape ? Tensor.Stack([a, b], p % (a.Shape.Rank + 1)) : a.Unsqueeze(0),
        (a, b, _) => a.Shape == b.Shape && a.Shape.Rank > 0 ? Tensor.Cat([a, b]) : a.Squeeze(),
        (a, b, _) => a.Shape.Rank == 1 && b.Shape.Rank == 1 ? a.Outer(b).Tanh() : a.Flatten(),
        (a, _, p) => Changed(a, p),
    ];

    private readonly byte[] bytes;

    /// <summary>The function that bytes decide.</summary>
    public RandomGraph(byte[] bytes)
    {
        this.bytes = bytes;
        Leaves = [.. Enumerable.Range(0, 3).Select(i => Direction(Shapes[Byte(i) % Shapes.Length], i))];
        Array.ForEach(Leaves, leaf => leaf.RequiresGrad = true);
    }

    /// <summary>Where the function is looked at.</summary>
    public Tensor[] Leaves { get; }

    /// <summary>Numbers between −1 and 1 of a shape.</summary>
    public static Tensor Direction(Shape shape, int seed) => (Cotangent.Of(Tensor.Zeros(shape, dtype: DType.Float64), seed) / 2).Detach();

    /// <summary>Numbers between −1 and 1 for each leaf.</summary>
    public Tensor[] Directions(int seed) => [.. Leaves.Select((leaf, i) => Direction(leaf.Shape, seed + i))];

    /// <summary>The function's value at the leaves: the last result, and a little of every other.</summary>
    public Tensor Value() => Apply(Leaves);

    /// <summary>The function's value elsewhere, at tensors of the leaves' shapes.</summary>
    public Tensor Apply(Tensor[] leaves)
    {
        List<Tensor> values = [.. leaves];
        for (var at = 3; at + 3 < bytes.Length; at += 4)
        {
            var (a, b) = (values[Recent(bytes[at + 1], values.Count)], values[Recent(bytes[at + 2], values.Count)]);
            var value = Operations[bytes[at] % Operations.Length](a, b, bytes[at + 3]);
            values.Add(value.Count is > 0 and <= LargestCount && value.Shape.Rank <= 4 ? value : value.Mean());
        }

        return values[^1] + (values.Select(value => value.Mean()).Aggregate((a, b) => a + b) / values.Count);
    }

    /// <inheritdoc/>
    public override string ToString() => $"leaves {string.Join(" ", Leaves.Select(leaf => leaf.Shape))}, bytes {string.Join(" ", bytes)}";

    // A copy changed in place, wholly or through a view.
    private static Tensor Changed(Tensor a, int p)
    {
        var y = a.Clone();
        if (a.Shape.Rank > 0 && p > 100)
        {
            y.Select(0, p % a.Shape[0]).Mul_(0.5).Add_(0.25);
        }
        else
        {
            y.Mul_(a).Sub_(0.25);
        }

        return y.Tanh();
    }

    private static Tensor Meet(Tensor a, Tensor b, Func<Tensor, Tensor, Tensor> operation) =>
        operation(a, Broadcasts(a.Shape.ToArray(), b.Shape.ToArray()) ? b : b.Mean());

    private static bool Broadcasts(int[] a, int[] b) =>
        a.Reverse().Zip(b.Reverse()).All(pair => pair.First == pair.Second || pair.First == 1 || pair.Second == 1);

    // Half of the operands are among the last three results, so that graphs are deep.
    private static int Recent(byte pick, int count) => pick < 128 ? pick % count : count - 1 - (pick % Math.Min(3, count));

    private byte Byte(int place) => place < bytes.Length ? bytes[place] : (byte)0;
}
