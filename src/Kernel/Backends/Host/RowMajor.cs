using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>The elements of a view side by side, in row-major order.</summary>
internal static class RowMajor
{
    /// <summary>All of them: where they lie, if they lie so, or in the buffer.</summary>
    /// <param name="view">The view; not empty.</param>
    /// <param name="elements">All elements of its storage.</param>
    /// <param name="buffer">Room for the view's elements.</param>
    public static ReadOnlySpan<T> Of<T>(View view, ReadOnlySpan<T> elements, Span<T> buffer)
    {
        var (offset, count) = ((int)view.Layout.Offset, (int)view.Layout.Count);
        if (view.Layout.IsContiguous)
        {
            return elements.Slice(offset, count);
        }

        Bring(view.Layout, 0, elements, offset, buffer[..count]);
        return buffer[..count];
    }

    /// <summary>Brings elements that are evenly spaced together.</summary>
    /// <param name="elements">All elements of the storage.</param>
    /// <param name="offset">Where the first one lies.</param>
    /// <param name="stride">How far apart they lie.</param>
    /// <param name="row">Where they go.</param>
    public static void Bring<T>(ReadOnlySpan<T> elements, int offset, int stride, Span<T> row)
    {
        if (stride == 1)
        {
            elements.Slice(offset, row.Length).CopyTo(row);
        }
        else if (stride == 0)
        {
            row.Fill(elements[offset]);
        }
        else if (row.Length > 0)
        {
            // The ends are within bounds, and so is all between.
            ref var first = ref Unsafe.AsRef(in elements[offset]);
            _ = elements[offset + ((row.Length - 1) * stride)];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = Unsafe.Add(ref first, i * stride);
            }
        }
    }

    // From one axis on. What an axis repeats is brought once, then copied, twice as much each time.
    private static void Bring<T>(Layout layout, int axis, ReadOnlySpan<T> elements, int offset, Span<T> target)
    {
        var (length, stride) = (layout.Shape[axis], (int)layout.Strides[axis]);
        var size = target.Length / length;
        if (size == 1)
        {
            Bring(elements, offset, stride, target);
            return;
        }

        var different = stride == 0 ? 1 : length;
        for (var i = 0; i < different; i++)
        {
            Bring(layout, axis + 1, elements, offset + (i * stride), target.Slice(i * size, size));
        }

        for (var done = different * size; done < target.Length; done *= 2)
        {
            var rest = target[done..];
            target[..Math.Min(done, rest.Length)].CopyTo(rest);
        }
    }
}
