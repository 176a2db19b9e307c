namespace NotebookGrad.Files;

/// <summary>
/// Undoes what makes the rows of a PNG easier to compress: a byte is stored as its difference to what its neighbours
/// to the left, above, and above to the left let expect.
/// </summary>
internal static class PngFilter
{
    /// <summary>Replaces the differences by what they stand for; the first byte of a row names its filter.</summary>
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    public static void Undo(byte[] rows, PngHeader header, BoundedReader reader)
    {
        var pixel = Math.Max(1, header.Samples * header.Depth / 8);
        ReadOnlySpan<byte> above = new byte[header.RowBytes - 1];
        for (var start = 0; start < rows.Length; start += header.RowBytes)
        {
            var row = rows.AsSpan(start + 1, header.RowBytes - 1);
            switch (rows[start])
            {
                case 0: break;
                case 1: Undo(row, above, pixel, (left, _, _) => left); break;
                case 2: Undo(row, above, pixel, (_, up, _) => up); break;
                case 3: Undo(row, above, pixel, (left, up, _) => (left + up) / 2); break;
                case 4: Undo(row, above, pixel, Nearest); break;
                default: throw reader.Problem($"a row has the filter {rows[start]}; they are 0 to 4");
            }

            above = row;
        }
    }

    private static void Undo(Span<byte> row, ReadOnlySpan<byte> above, int pixel, Func<int, int, int, int> expected)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var (left, aboveLeft) = i < pixel ? (0, 0) : (row[i - pixel], above[i - pixel]);
            row[i] += (byte)expected(left, above[i], aboveLeft);
        }
    }

    // Paeth's: the neighbour that is nearest to where a plane through all three would be.
    private static int Nearest(int left, int up, int aboveLeft)
    {
        var plane = left + up - aboveLeft;
        var (toLeft, toUp, toAboveLeft) = (Math.Abs(plane - left), Math.Abs(plane - up), Math.Abs(plane - aboveLeft));
        return toLeft <= toUp && toLeft <= toAboveLeft ? left : toUp <= toAboveLeft ? up : aboveLeft;
    }
}
