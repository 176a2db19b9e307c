namespace NotebookGrad.Operations;

/// <summary>Reads <c>x[…]</c> as positions, ranges and new axes.</summary>
internal static class Indexing
{
    /// <summary>The part of a tensor that the indices pick, as a view.</summary>
    /// <exception cref="ArgumentException">There are more indices than axes, or one is out of bounds.</exception>
    public static Tensor Read(Tensor x, TensorIndex[] indices)
    {
        var text = string.Join(", ", indices);
        try
        {
            return new Region(layout => Pick(layout, indices), text).Apply(x);
        }
        catch (IndexOutOfRangeException problem)
        {
            throw new ArgumentException($"index: {x.Describe()} at [{text}]: {problem.Message}");
        }
    }

    private static Layout Pick(Layout layout, TensorIndex[] indices)
    {
        var axis = 0;
        foreach (var index in indices)
        {
            if (index is { Position: null, Range: null })
            {
                layout = layout.Insert(axis++);
                continue;
            }

            if (axis == layout.Rank)
            {
                throw new IndexOutOfRangeException("there are more indices than axes");
            }

            var length = layout.Shape[axis];
            if (index.Position is { } position)
            {
                layout = layout.Select(axis, Offset(position, axis, length, length));
            }
            else
            {
                var start = Offset(index.Range!.Value.Start, axis, length, length + 1);
                var end = Offset(index.Range!.Value.End, axis, length, length + 1);
                layout = layout.Slice(axis++, start, Math.Max(0, end - start));
            }
        }

        return layout;
    }

    private static int Offset(Index index, int axis, int length, int limit)
    {
        var offset = index.GetOffset(length);
        return offset >= 0 && offset < limit
            ? offset
            : throw new IndexOutOfRangeException(
                $"{index} is out of bounds for axis {axis}, which has length {length}");
    }
}
