using System.Numerics;

namespace NotebookGrad.Inspection;

/// <summary>Joins the elements of a matrix to blocks where they lie.</summary>
internal static class DeviceBlocks
{
    /// <summary>The blocks; the last of a row or column may have fewer elements.</summary>
    /// <param name="matrix">The elements.</param>
    /// <param name="rows">The rows of a block.</param>
    /// <param name="columns">The columns of a block.</param>
    public static ElementBlock[][] Of(Tensor matrix, int rows, int columns)
    {
        var x = matrix.DType.IsReal ? matrix : matrix.To(DType.Float64);
        var least = Joined(x, (part, axis) => part.Amin(axis));
        var greatest = Joined(x, (part, axis) => part.Amax(axis));
        var (low, high) = (least, greatest);
        if (!least.All(double.IsFinite) || !greatest.All(double.IsFinite))
        {
            var isFinite = x.IsFinite();
            low = Joined(Tensor.Where(isFinite, x, double.PositiveInfinity), (part, axis) => part.Amin(axis));
            high = Joined(Tensor.Where(isFinite, x, double.NegativeInfinity), (part, axis) => part.Amax(axis));
        }

        // A share of each element, so that the sum of large ones stays a number; a power of two costs no digit.
        var share = 1.0 / BitOperations.RoundUpToPowerOf2((ulong)rows * (ulong)columns);
        var sums = Joined(x * share, (part, axis) => part.Sum(axis));
        var (height, width) = ((x.Shape[0] + rows - 1) / rows, (x.Shape[1] + columns - 1) / columns);
        return [.. Enumerable.Range(0, height).Select(row => Enumerable.Range(0, width).Select(column =>
        {
            var place = (row * width) + column;
            var count = Length(row, rows, x.Shape[0]) * Length(column, columns, x.Shape[1]);
            var mean = double.IsNaN(greatest[place]) || double.IsPositiveInfinity(greatest[place]) ? greatest[place]
                : double.IsNegativeInfinity(least[place]) ? least[place]
                : sums[place] / share / count;
            return double.IsFinite(low[place])
                ? new ElementBlock(mean, low[place], high[place])
                : new ElementBlock(mean, double.NaN, double.NaN);
        }).ToArray())];

        double[] Joined(Tensor elements, Func<Tensor, int, Tensor> join) =>
            ValueInspector.Read(Along(Along(elements, 1, columns, join), 0, rows, join));
    }

    private static int Length(int block, int size, int all) => Math.Min(size, all - (block * size));

    private static Tensor Along(Tensor x, int axis, int size, Func<Tensor, int, Tensor> join)
    {
        var whole = x.Shape[axis] / size;
        var parts = new List<Tensor>();
        if (whole > 0)
        {
            parts.Add(join(x.Narrow(axis, 0, whole * size).Unflatten(axis, whole, size), axis + 1));
        }

        if (whole * size < x.Shape[axis])
        {
            var rest = x.Narrow(axis, whole * size, x.Shape[axis] - (whole * size));
            parts.Add(join(rest, axis).Unsqueeze(axis));
        }

        return parts.Count == 1 ? parts[0] : Tensor.Cat([.. parts], axis);
    }
}
