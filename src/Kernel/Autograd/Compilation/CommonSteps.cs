namespace NotebookGrad;

/// <summary>
/// The steps of a recording without those that make what an earlier one has made: the same call on the same elements,
/// which nothing has changed in between. What the earlier one made is read instead.
/// </summary>
/// <remarks>
/// Of what the function makes and what its backward pass makes each has its own: that may run later, or never. And what
/// is large is made twice rather than kept for it, lest a checkpoint be undone.
/// </remarks>
internal sealed class CommonSteps
{
    private readonly Recording recording;
    private readonly bool[] isSettled;
    private readonly int[] lastUse;
    private readonly Dictionary<int, int> replaced = [];

    /// <summary>Finds what is left of a recording.</summary>
    public CommonSteps(Recording recording)
    {
        this.recording = recording;
        isSettled = Settled();
        var lifetimes = new Lifetimes(recording.Blocks.Length, recording.Steps);
        lastUse = [.. Enumerable.Range(0, recording.Blocks.Length).Select(lifetimes.Last)];
        var escaping = recording.Escaping;
        var made = new Dictionary<(Step, DType), int>();
        var left = new List<Step>();
        foreach (var (i, recorded) in recording.Steps.Index())
        {
            if (i == recording.ForwardCount)
            {
                (ForwardCount, made) = (left.Count, []);
            }

            var step = recorded with { Operands = Array.ConvertAll(recorded.Operands, Now) };
            if (CanBeShared(step) && !escaping.Contains(step.Result!.Value.Block))
            {
                var block = step.Result.Value.Block;
                var anywhere = step with { Result = step.Result.Value with { Block = -1 } };
                var kind = (anywhere, recording.Blocks[block].DType);
                if (made.TryGetValue(kind, out var earlier) && IsWorthKeeping(earlier, i))
                {
                    replaced[block] = earlier;
                    lastUse[earlier] = Math.Max(lastUse[earlier], lastUse[block]);
                    continue;
                }

                made[kind] = block;
            }

            left.Add(step);
        }

        Steps = left;
        ForwardCount = recording.ForwardCount < recording.Steps.Length ? ForwardCount : left.Count;
    }

    /// <summary>What is left, in order.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>How many of these are the function.</summary>
    public int ForwardCount { get; }

    private Place Now(Place place) =>
        replaced.TryGetValue(place.Block, out var block) ? place with { Block = block } : place;

    // All of its result is written by it alone, and nobody ever changes what it reads.
    private bool CanBeShared(Step step) =>
        step.Result is { } result && recording.Blocks[result.Block] is { IsFresh: true } block
        && isSettled[result.Block] && step.Operands.All(operand => isSettled[operand.Block])
        && result.Layout is { IsContiguous: true, Offset: 0 } && result.Layout.Count == block.Length;

    private bool IsWorthKeeping(int block, int step) => lastUse[block] >= step || recording.Blocks[block].IsSmall;

    // The blocks that the program writes once if they are its own, and never if they are not.
    private bool[] Settled()
    {
        var writes = new int[recording.Blocks.Length];
        foreach (var block in recording.Steps.SelectMany(step => step.Written))
        {
            writes[block]++;
        }

        return [.. recording.Blocks.Select((block, number) => writes[number] <= (block.IsFresh ? 1 : 0))];
    }
}
