namespace NotebookGrad;

/// <summary>
/// The storages that the blocks of a plan share: blocks whose lifetimes do not meet lie in one, and what is used up
/// within a group needs one of a part's size only, or none if the backend does the group as one.
/// </summary>
internal sealed class BufferPlan
{
    private readonly List<Buffer> buffers = [];
    private readonly Dictionary<int, int> places = [];

    /// <summary>Finds a place for each of some blocks.</summary>
    public BufferPlan(
        IReadOnlyList<Block> blocks, HashSet<int> chosen, IReadOnlyList<Step> steps, IReadOnlyList<StepGroup> groups)
    {
        var lifetimes = new Lifetimes(blocks.Count, steps);
        StepGroup[] groupOf = [.. groups.SelectMany(group => Enumerable.Repeat(group, group.Count))];
        foreach (var group in groups)
        {
            for (var step = group.First; step <= group.Last; step++)
            {
                foreach (var block in steps[step].Places.Select(place => place.Block).Where(chosen.Contains).Distinct())
                {
                    if (!places.ContainsKey(block))
                    {
                        Place(block, group, step);
                    }
                }
            }
        }

        // The steps of a group go round by parts, so that what outlasts a part is in use in all of them.
        void Place(int block, StepGroup group, int step)
        {
            if (group.Tiling is { } tiling && lifetimes.Last(block) <= group.Last && IsFilled(block, group))
            {
                Passing.Add(block);
                places[block] = Find(blocks[block].DType, tiling.LargestPart, step, lifetimes.Last(block));
            }
            else if (group.Fusion is null || lifetimes.Last(block) > group.Last)
            {
                places[block] = Find(
                    blocks[block].DType, blocks[block].Length, group.First, groupOf[lifetimes.Last(block)].Last);
            }
        }

        bool IsFilled(int block, StepGroup group) => group.In(steps).SelectMany(step => step.Places).All(place =>
            place.Block != block
            || (place.Layout is { IsContiguous: true, Offset: 0 } && place.Layout.Count == blocks[block].Length));
    }

    /// <summary>Blocks of which only a part exists at a time.</summary>
    public HashSet<int> Passing { get; } = [];

    /// <summary>The dtypes and lengths of the storages.</summary>
    public IEnumerable<(DType DType, long Length)> Buffers => buffers.Select(buffer => (buffer.DType, buffer.Length));

    /// <summary>All storages together, in bytes.</summary>
    public long Bytes => buffers.Sum(buffer => buffer.Length * buffer.DType.Size);

    /// <summary>The storage of a block, by number; −1 for one that has no place here.</summary>
    public int this[int block] => places.GetValueOrDefault(block, -1);

    // The smallest that is large enough, else the largest, which grows.
    private int Find(DType dtype, long length, int start, int end)
    {
        var free = buffers.Where(buffer => buffer.DType == dtype && buffer.End < start).ToArray();
        var best = free.Where(buffer => buffer.Length >= length).MinBy(buffer => buffer.Length)
            ?? free.MaxBy(buffer => buffer.Length);
        if (best is null)
        {
            buffers.Add(new Buffer { DType = dtype, Length = length, End = end });
            return buffers.Count - 1;
        }

        (best.Length, best.End) = (Math.Max(best.Length, length), end);
        return buffers.IndexOf(best);
    }

    private sealed class Buffer
    {
        public required DType DType { get; init; }

        public required long Length { get; set; }

        public required int End { get; set; }
    }
}
