namespace NotebookGrad.Inspection;

/// <summary>Reduces a tensor's elements to a map.</summary>
internal static class MapInspector
{
    // So many slices at least are shown side by side before their blocks are made finer.
    private const int FewestSlices = 4;

    /// <summary>The map of elements in row-major order.</summary>
    public static ElementMap Map(double[] values, Shape shape) => Map(shape, (slice, rows, columns, high, wide) =>
        Reduce(values.AsSpan((int)(slice * rows * columns), rows * columns), columns, high, wide));

    /// <summary>The map of a tensor's elements, which are joined where they lie.</summary>
    public static ElementMap Map(Tensor tensor)
    {
        var x = tensor.Detach();
        return Map(x.Shape, (slice, rows, columns, high, wide) =>
        {
            var matrix = x.Reshape([-1, rows, columns])[(int)slice];
            return high * wide == 1
                ? Reduce(ValueInspector.Read(matrix), columns, 1, 1)
                : DeviceBlocks.Of(matrix, high, wide);
        });
    }

    private static ElementMap Map(Shape shape, Func<long, int, int, int, int, ElementBlock[][]> reduce)
    {
        var columns = shape.Rank == 0 ? 1 : shape[^1];
        var rows = shape.Rank < 2 ? 1 : shape[^2];
        var area = (long)rows * columns;
        var sliceCount = area == 0 ? 0 : shape.Count / area;
        var shared = Math.Clamp(sliceCount, 1, FewestSlices);
        var isSmall = shape.Rank == 1
            ? columns <= ElementMap.MostInARow
            : shape.Count <= ElementMap.MostElements && Math.Max(rows, columns) <= ElementMap.LongestSide;
        var blockRows = isSmall ? 1 : Joined(rows, shared);
        var blockColumns = isSmall ? 1
            : shape.Rank == 1 ? Blocks(columns, ElementMap.MostBlocksInARow)
            : Joined(columns, shared);
        var slices = new List<ElementSlice>();
        var blocks = Blocks(rows, blockRows) * Blocks(columns, blockColumns);
        var room = isSmall ? ElementMap.MostElements : ElementMap.MostBlocks;
        foreach (var slice in Chosen(sliceCount, room / blocks))
        {
            slices.Add(new ElementSlice(Place(shape, slice), reduce(slice, rows, columns, blockRows, blockColumns)));
        }

        return new ElementMap(rows, columns, blockRows, blockColumns, sliceCount, slices);
    }

    /// <summary>How many rows or columns a block joins where slices share the room.</summary>
    private static int Joined(int length, long slices)
    {
        int Side(int most) => (int)Math.Sqrt((double)most / slices);
        var whole = Side(slices == 1 ? ElementMap.MostElements : ElementMap.MostBlocks);
        return length <= whole ? 1 : Blocks(length, Side(ElementMap.MostBlocks));
    }

    private static int Blocks(int length, int joined) => (int)Math.Max(1, ((long)length + joined - 1) / joined);

    /// <summary>The first, the last and some between at equal distances.</summary>
    private static IEnumerable<long> Chosen(long count, int room)
    {
        var most = Math.Clamp(room, 2, ElementMap.MostSlices);
        return count <= most
            ? Enumerable.Range(0, (int)count).Select(slice => (long)slice)
            : Enumerable.Range(0, most).Select(slice => slice * (count - 1) / (most - 1));
    }

    private static IReadOnlyList<int> Place(Shape shape, long slice) =>
        shape.Rank <= 2 ? [] : Places.Of(new Shape(shape.Lengths[..^2].ToArray()), (int)slice);

    private static ElementBlock[][] Reduce(
        ReadOnlySpan<double> elements, int columns, int blockRows, int blockColumns)
    {
        var rows = elements.Length / columns;
        var reduced = new ElementBlock[Blocks(rows, blockRows)][];
        for (var row = 0; row < reduced.Length; row++)
        {
            var first = row * blockRows;
            var band = elements.Slice(first * columns, Math.Min(blockRows, rows - first) * columns);
            reduced[row] = new ElementBlock[Blocks(columns, blockColumns)];
            for (var column = 0; column < reduced[row].Length; column++)
            {
                var start = column * blockColumns;
                reduced[row][column] = Block(band, columns, start, Math.Min(blockColumns, columns - start));
            }
        }

        return reduced;
    }

    private static ElementBlock Block(ReadOnlySpan<double> band, int columns, int start, int length)
    {
        var (sum, low, high) = (0.0, double.PositiveInfinity, double.NegativeInfinity);
        for (var row = 0; row < band.Length; row += columns)
        {
            foreach (var value in band.Slice(row + start, length))
            {
                sum += value;
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }

        return double.IsFinite(sum)
            ? new ElementBlock(sum / (band.Length / columns * length), low, high)
            : BlockThatIsNotFinite(band, columns, start, length);
    }

    // Apart from the fast way: opposite infinities are no NaN, and numbers whose sum is beyond double's range are none.
    private static ElementBlock BlockThatIsNotFinite(ReadOnlySpan<double> band, int columns, int start, int length)
    {
        var elements = new double[band.Length / columns * length];
        for (var row = 0; row < elements.Length / length; row++)
        {
            band.Slice((row * columns) + start, length).CopyTo(elements.AsSpan(row * length));
        }

        var moments = Moments.Of(elements);
        var mean = moments.NaNs > 0 ? double.NaN
            : elements.Contains(double.PositiveInfinity) ? double.PositiveInfinity
            : moments.Infinities > 0 ? double.NegativeInfinity
            : moments.Mean;
        return new ElementBlock(mean, moments.Minimum, moments.Maximum);
    }
}
