namespace NotebookGrad.Tests.Laws;

/// <summary>
/// A tensor as plainly as can be: a memory of cells, and for each element in row-major order the place where it lies.
/// </summary>
internal sealed record AliasModel(Cell[] Memory, int[] Shape, int[] Places)
{
    public bool Overlaps => Places.Distinct().Count() < Places.Length;

    public IEnumerable<Cell> Cells => Places.Select(place => Memory[place]);

    /// <summary>A tensor with a memory of its own.</summary>
    public static AliasModel Of(int[] shape, IEnumerable<Cell> cells)
    {
        var memory = cells.ToArray();
        return new AliasModel(memory, shape, [.. Enumerable.Range(0, memory.Length)]);
    }

    /// <summary>A view: element [index] of it is element [source(index)] of this.</summary>
    public AliasModel Pick(int[] shape, Func<int[], int[]> source) => this with
    {
        Shape = shape,
        Places = [.. Indices(shape).Select(index => Places[Number(source(index))])],
    };

    /// <summary>Changes every element, given its number in row-major order.</summary>
    public void Change(Func<Cell, int, Cell> change)
    {
        // All is read before anything is written.
        var changed = Places.Select((place, i) => change(Memory[place], i)).ToArray();
        for (var i = 0; i < changed.Length; i++)
        {
            Memory[Places[i]] = changed[i];
        }
    }

    private static IEnumerable<int[]> Indices(int[] shape)
    {
        var count = shape.Aggregate(1, (product, length) => product * length);
        for (var number = 0; number < count; number++)
        {
            var (index, rest) = (new int[shape.Length], number);
            for (var axis = shape.Length - 1; axis >= 0; axis--)
            {
                (rest, index[axis]) = Math.DivRem(rest, shape[axis]);
            }

            yield return index;
        }
    }

    private int Number(int[] index)
    {
        var number = 0;
        for (var axis = 0; axis < index.Length; axis++)
        {
            number = (number * Shape[axis]) + index[axis];
        }

        return number;
    }
}
