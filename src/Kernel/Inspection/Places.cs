namespace NotebookGrad.Inspection;

/// <summary>Places of elements: by their indices, or by their number in row-major order.</summary>
internal static class Places
{
    /// <summary>The indices of an element.</summary>
    public static IReadOnlyList<int> Of(Shape shape, long number)
    {
        var place = new int[shape.Rank];
        for (var axis = place.Length - 1; axis >= 0; axis--)
        {
            (number, var along) = Math.DivRem(number, shape[axis]);
            place[axis] = (int)along;
        }

        return place;
    }

    /// <summary>The number of an element.</summary>
    public static int Number(Shape shape, IReadOnlyList<int> place)
    {
        var number = 0;
        for (var axis = 0; axis < place.Count; axis++)
        {
            number = (number * shape[axis]) + place[axis];
        }

        return number;
    }
}
