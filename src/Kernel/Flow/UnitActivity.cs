using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>Which units of a layer gave something other than 0 for some input, lately.</summary>
internal sealed class UnitActivity
{
    // A unit that one batch does not wake another may.
    private const int Recent = 3;

    private const int Never = -1;

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
            Array.Fill(lastActive, Never);
        }

        var inner = 1;
        for (var after = axis + 1; after < shape.Rank; after++)
        {
            inner *= shape[after];
        }

        if (DeviceElements.AreFar(value))
        {
            value = value.Detach().Ne(0).Any([.. Enumerable.Range(0, shape.Rank).Where(other => other != axis)]);
            inner = 1;
        }

        var elements = new ElementPieces(value);
        if (elements.Singles.Length > 0)
        {
            Mark(elements.Singles, inner);
        }
        else
        {
            Mark(elements.Doubles, inner);
        }
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

    // Most units are found active at their first inputs.
    private void Mark<T>(ReadOnlySpan<T> elements, int inner)
        where T : IEquatable<T>
    {
        for (var unit = 0; unit < lastActive.Length; unit++)
        {
            var start = unit * inner;
            while (lastActive[unit] < moment && start < elements.Length)
            {
                if (elements.Slice(start, inner).ContainsAnyExcept(default(T)!))
                {
                    lastActive[unit] = moment;
                }

                start += lastActive.Length * inner;
            }
        }
    }
}
