using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Laws;

/// <summary>Broadcasting is a repetition: of values forward, and a sum of gradients back. 10,000 pairs of shapes.</summary>
public abstract class BroadcastingSuite : DeviceSuite
{
    private readonly Proof proof;

    private protected BroadcastingSuite(Device device, Proof proof)
        : base(device) => this.proof = proof;

    private static readonly Func<Tensor, Tensor, Tensor>[] Operations =
    [
        (a, b) => a + b,
        (a, b) => a - b,
        (a, b) => a * b,
        (a, b) => a / b,
    ];

    [DeviceFact]
    public void Operands_that_broadcast_are_as_operands_repeated() => Law.HoldsOf(proof, bytes =>
    {
        var (a, b, shape) = Operands(bytes);
        var operation = Operations[bytes.Length % Operations.Length];
        var y = operation(a, b);
        var v = RandomGraph.Direction(shape, 5);
        var gradients = Autograd.Grad(y, [a, b], v);

        var (wholeA, wholeB) = (Repeated(a, shape), Repeated(b, shape));
        var whole = operation(wholeA, wholeB);
        var parts = Autograd.Grad(whole, [wholeA, wholeB], v);
        Law.AssertClose([whole], [y]);
        Law.AssertClose([Summed(parts[0], a.Shape), Summed(parts[1], b.Shape)], gradients);
    });

    /// <summary>
    /// Two leaves that broadcast, and the shape in which they meet: a byte for each axis says its length (1 to 3), which
    /// operand has it stretched, and which lacks it.
    /// </summary>
    private static (Tensor A, Tensor B, Shape Shape) Operands(byte[] bytes)
    {
        var axes = bytes.Take(5).ToArray();
        int[] shape = [.. axes.Select(axis => 1 + (axis % 3))];
        int[] a = [.. axes.Select((axis, i) => axis / 3 % 4 == 1 ? 1 : shape[i])];
        int[] b = [.. axes.Select((axis, i) => axis / 3 % 4 == 2 ? 1 : shape[i])];
        var lacking = axes.Length == 0 ? 0 : axes[0] / 12 % (axes.Length + 1);
        if (axes.Length > 1 && axes[1] / 12 % 2 == 0)
        {
            a = a[lacking..];
        }
        else
        {
            b = b[lacking..];
        }

        int[] met = [.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(axis => Math.Max(FromLeft(a, b, axis), FromLeft(b, a, axis)))];
        return (Leaf(a, 1), Leaf(b, 2), met);
    }

    private static int FromLeft(int[] shape, int[] other, int axis) =>
        axis - Math.Max(0, other.Length - shape.Length) is var own && own < 0 ? 1 : shape[own];

    private static Tensor Leaf(Shape shape, int seed)
    {
        var leaf = (RandomGraph.Direction(shape, seed) + 1.5).Detach();
        leaf.RequiresGrad = true;
        return leaf;
    }

    // By loops over indices, so that nothing of the engine's broadcasting is in it.
    private static Tensor Repeated(Tensor x, Shape shape)
    {
        var (from, values) = (x.Detach().ToArray<double>(), new double[shape.Count]);
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = from[Source(i, shape, x.Shape)];
        }

        return TensorCreation.Make<double>(values, shape, true, null, null);
    }

    private static Tensor Summed(Tensor x, Shape shape)
    {
        var (from, values) = (x.Detach().ToArray<double>(), new double[shape.Count]);
        for (var i = 0; i < from.Length; i++)
        {
            values[Source(i, x.Shape, shape)] += from[i];
        }

        return TensorCreation.Make<double>(values, shape, false, null, null);
    }

    // The element of the smaller shape that stands at an element of the larger one.
    private static int Source(int element, Shape large, Shape small)
    {
        var (source, stride) = (0, 1);
        for (var axis = large.Rank - 1; axis >= 0; axis--)
        {
            var own = axis - large.Rank + small.Rank;
            if (own >= 0)
            {
                source += small[own] == 1 ? 0 : element % large[axis] * stride;
                stride *= small[own];
            }

            element /= large[axis];
        }

        return source;
    }
}
