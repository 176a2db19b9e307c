using NotebookGrad.Backends;

namespace NotebookGrad.Tests.Matrices;

/// <summary>Matrices of small whole numbers, with exact products in every type, some way in a larger block.</summary>
internal sealed class Operand
{
    private const int Largest = 8;

    private readonly double[] block;

    /// <summary>Batches of matrices, as a random layout arranges them.</summary>
    public Operand(Random random, int batches, int rows, int columns, bool isResult)
    {
        Layout = LayoutOf(random, [batches, rows, columns], isResult);
        block = [.. Enumerable.Range(0, 2 + Furthest(Layout)).Select(_ => (double)random.Next(-Largest, Largest + 1))];
    }

    /// <summary>Where the elements lie.</summary>
    public Layout Layout { get; }

    /// <summary>All elements of the block.</summary>
    public ReadOnlySpan<double> Block => block;

    /// <summary>An element of a matrix.</summary>
    public ref double At(int batch, int row, int column) => ref block[
        Layout.Offset + (batch * Layout.Strides[0]) + (row * Layout.Strides[1]) + (column * Layout.Strides[2])];

    /// <summary>The operand on a device.</summary>
    public View On(Device device, DType dtype) => new(Tensor.Of(block, dtype: dtype, device: device).Storage, Layout);

    // In rows or columns, close together or with room between, in fours or not; operands reversed or repeated, too.
    private static Layout LayoutOf(Random random, int[] shape, bool isResult)
    {
        int[] order = random.Next(2) == 0 ? [0, 1, 2] : [0, 2, 1];
        int[] room = [.. shape.Select(_ => random.Next(3) == 0 ? random.Next(1, 6) : 0)];
        var whole = new int[3];
        for (var axis = 0; axis < 3; axis++)
        {
            whole[axis] = shape[order[axis]] + room[axis];
        }

        var layout = Layout.Contiguous(new Shape(whole)).Permute(order);
        for (var axis = 0; axis < 3; axis++)
        {
            layout = layout.Slice(axis, 0, shape[axis]);
        }

        if (!isResult && random.Next(6) == 0)
        {
            layout = layout.Reverse(random.Next(3));
        }

        if (!isResult && random.Next(4) == 0)
        {
            layout = layout.Slice(0, 0, Math.Min(1, shape[0])).Expand(new Shape(shape));
        }

        return layout.Move(random.Next(2) * random.Next(6));
    }

    private static int Furthest(Layout layout)
    {
        var furthest = layout.Offset;
        for (var axis = 0; axis < layout.Rank; axis++)
        {
            furthest += Math.Max(0, (layout.Shape[axis] - 1) * layout.Strides[axis]);
        }

        return (int)furthest;
    }
}
