using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Which units of a layer gave something other than 0 for some input, lately.</summary>
internal sealed class UnitActivity
{
    // A unit that one batch does not wake another may.
    private const int Recent = 3;

    private int[] lastActive = [];
    private int moment;
    private bool isCalled;

    /// <summary>Adds what the units gave in one call.</summary>
    /// <param name="value">That, with the examples on the first axis.</param>
    /// <param name="axis">The axis of the units.</param>
    public void Add(Tensor value, int axis)
    {
        var shape = value.Shape;
        if (axis < 1 || value.Count == 0)
        {
            return;
        }

        isCalled = true;
        if (lastActive.Length != shape[axis])
        {
            lastActive = new int[shape[axis]];
            Array.Fill(lastActive, int.MinValue);
        }

        var inner = 1;
        for (var after = axis + 1; after < shape.Rank; after++)
        {
            inner *= shape[after];
        }

        Mark(value, inner);
    }

    /// <summary>The share of units that gave 0 for all inputs of this moment and the recent ones.</summary>
    public double Take()
    {
        if (!isCalled)
        {
            return double.NaN;
        }

        isCalled = false;
        var first = Math.Max(0, moment - Recent + 1);
        moment++;
        return (double)lastActive.Count(last => last < first) / lastActive.Length;
    }

    private void Mark(Tensor value, int inner)
    {
        var pieces = new ElementPieces(value);
        Span<double> scratch = stackalloc double[pieces.Room];
        var (unit, within) = (0, 0);
        for (var start = 0; start < pieces.Count; start += ElementPieces.Length)
        {
            foreach (var y in pieces.At(start, scratch))
            {
                if (y != 0)
                {
                    lastActive[unit] = moment;
                }

                if (++within == inner)
                {
                    within = 0;
                    unit = unit + 1 == lastActive.Length ? 0 : unit + 1;
                }
            }
        }
    }
}
