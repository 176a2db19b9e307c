namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The lines of elements along one axis of some operands: each starts at a place, and goes on by a pace.
/// </summary>
/// <param name="axis">The axis.</param>
/// <param name="operands">Operands of one shape but for that axis.</param>
internal readonly ref struct Lines(int axis, params ReadOnlySpan<Layout> operands)
{
    private const int ShortLine = 64;

    // Lines of no more leave most of a group idle.
    private const int MostForThread = 32;

    private readonly Layout[] starts = StartsOf(axis, operands);

    /// <summary>How many elements a line of the first operand has.</summary>
    public int Length { get; } = operands[0].Shape[axis];

    /// <summary>How many lines there are.</summary>
    public long Count => starts[0].Count;

    /// <summary>
    /// The launches that it takes, each with the extent of lines and where these start in every operand.
    /// </summary>
    public List<(Extent Extent, Paces[] Paces)> Launches() => new Walk(starts).Launches();

    /// <summary>
    /// Whether a group for each line is better than a thread: lines are long, and too few to keep the threads busy.
    /// </summary>
    public bool SuitGroups(GpuBackend backend, Extent lines) =>
        Length > ShortLine && lines.Count < backend.BusyGroups * backend.GroupSize;

    /// <summary>
    /// Whether a group goes through a line that is read more than once: it is not short, and its elements lie side by
    /// side, or lines are too few for a thread each.
    /// </summary>
    public static bool AreForGroups(GpuBackend backend, Extent lines, int length, long pace) =>
        length > MostForThread && (pace == 1 || lines.Count < backend.BusyGroups);

    private static Layout[] StartsOf(int axis, ReadOnlySpan<Layout> operands)
    {
        var starts = new Layout[operands.Length];
        for (var operand = 0; operand < starts.Length; operand++)
        {
            starts[operand] = operands[operand].Select(axis, 0);
        }

        return starts;
    }
}
