namespace NotebookGrad.Backends.Gpu;

/// <summary>Matrices as BLAS takes them.</summary>
/// <param name="Start">Where the first begins, in elements from the start of the storage.</param>
/// <param name="Step">How far apart they begin.</param>
/// <param name="IsTransposed">Whether columns lie in rows, rather than rows.</param>
/// <param name="Leading">How far apart the rows begin, or the columns: the leading dimension.</param>
internal readonly record struct GemmOperand(long Start, long Step, bool IsTransposed, int Leading)
{
    /// <summary>The matrices of a layout [batches, rows, columns]; null where BLAS has no word for it.</summary>
    public static GemmOperand? Of(Layout layout)
    {
        var (rows, columns) = (layout.Shape[1], layout.Shape[2]);
        var (paceRow, paceColumn) = (layout.Strides[1], layout.Strides[2]);
        if (layout.Shape[0] > 1 && layout.Strides[0] < 0)
        {
            return null;
        }

        return LeadingOf(rows, columns, paceRow, paceColumn) is { } leading
            ? new(layout.Offset, layout.Strides[0], false, leading)
            : LeadingOf(columns, rows, paceColumn, paceRow) is { } crosswise
                ? new(layout.Offset, layout.Strides[0], true, crosswise)
                : null;
    }

    // Rows of neighbours that do not overlap; where one line is all there is, it does not matter where the next begins.
    private static int? LeadingOf(int lines, int length, long paceLine, long pace)
    {
        var leading = lines == 1 ? length : paceLine;
        return (length == 1 || pace == 1) && leading >= length && leading <= int.MaxValue ? (int)leading : null;
    }
}
