namespace NotebookGrad;

/// <summary>Arrays of arrays, some perhaps of several axes, as one of many axes.</summary>
internal static class ArrayElements
{
    /// <summary>
    /// The number of axes of an array type, counted through its elements, and the type of the innermost.
    /// </summary>
    public static (int Rank, Type Innermost) Describe(Type type)
    {
        var rank = 0;
        for (; type.IsArray; type = type.GetElementType()!)
        {
            rank += type.GetArrayRank();
        }

        return (rank, type);
    }

    /// <summary>
    /// Collects the lengths of the axes, of the first array on each level, and tells the innermost type.
    /// </summary>
    public static Type Lengths(Array values, List<int> lengths)
    {
        for (var axis = 0; axis < values.Rank; axis++)
        {
            lengths.Add(values.GetLength(axis));
        }

        var element = values.GetType().GetElementType()!;
        if (!element.IsArray)
        {
            return element;
        }

        var inner = values.Length > 0 ? values.Cast<Array?>().First() : null;
        if (inner is not null)
        {
            return Lengths(inner, lengths);
        }

        var (rank, innermost) = Describe(element);
        lengths.AddRange(new int[rank]);
        return innermost;
    }

    /// <summary>Collects the elements in row-major order.</summary>
    /// <exception cref="ArgumentException">An array is null or has other lengths than the first one.</exception>
    public static void Append<T>(Array? values, List<int> lengths, int axis, List<T> elements)
    {
        for (var own = 0; own < (values?.Rank ?? 1); own++)
        {
            if (values?.GetLength(own) != lengths[axis + own])
            {
                throw new ArgumentException(
                    $"of: an array on axis {axis + own} has {values?.GetLength(own).ToString() ?? "no"} elements, and "
                    + $"the first one there {lengths[axis + own]}; nested arrays of one level must be equally long");
            }
        }

        if (values is T[] row)
        {
            elements.AddRange(row);
            return;
        }

        foreach (var value in values!)
        {
            if (value is T element)
            {
                elements.Add(element);
            }
            else
            {
                Append((Array?)value, lengths, axis + values.Rank, elements);
            }
        }
    }

    /// <summary>An array of a type and these lengths, with the elements from <paramref name="next"/> on.</summary>
    public static Array Nest(Type type, Array elements, ReadOnlySpan<int> lengths, ref int next)
    {
        var inner = type.GetElementType()!;
        var rank = type.GetArrayRank();
        var nested = Array.CreateInstance(inner, lengths[..rank].ToArray());
        var indices = new int[rank];
        for (var i = 0; i < nested.Length; i++)
        {
            nested.SetValue(
                inner.IsArray ? Nest(inner, elements, lengths[rank..], ref next) : elements.GetValue(next++), indices);
            for (var axis = rank - 1; axis >= 0 && ++indices[axis] == lengths[axis]; axis--)
            {
                indices[axis] = 0;
            }
        }

        return nested;
    }
}
