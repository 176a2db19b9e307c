using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>Groups steps for a backend that does pointwise ones as one.</summary>
/// <param name="backend">The backend.</param>
/// <param name="program">The steps.</param>
/// <param name="own">The blocks that nobody but the program sees.</param>
/// <param name="lifetimes">When the blocks are used.</param>
internal sealed class Fusing(
    IFusingBackend backend, Simplification program, HashSet<int> own, Lifetimes lifetimes)
{
    private readonly IReadOnlyList<Step> steps = program.Steps;

    /// <summary>The steps in order, joined where the backend makes one of them.</summary>
    public List<StepGroup> Groups()
    {
        var groups = new List<StepGroup>();
        for (var first = 0; first < steps.Count; first += groups[^1].Count)
        {
            groups.Add(Longest(first));
        }

        return groups;
    }

    // A step more may mean a view less, where it is the only one to read what others write.
    private StepGroup Longest(int first)
    {
        var (longest, places) = (1, Array.Empty<Place>());
        for (var count = 2; count <= backend.MostFusedCalls && first + count <= steps.Count
            && first + count - 1 != program.ForwardCount && StepGroup.CanJoin(steps, first, count - 1); count++)
        {
            var (read, left) = (Read(first, count), Left(first, count));
            if (left.Length > 0 && read.Length + left.Length <= backend.MostFusedViews)
            {
                (longest, places) = (count, [.. read, .. left]);
            }
        }

        return longest == 1 ? new(first, 1) : new(first, longest, Fusion: Fuse(first, longest, places));
    }

    // Numbers that are the same in each call are written by the work itself.
    private IEnumerable<Step> Calls(int first, int count)
    {
        var group = steps.Skip(first).Take(count).ToArray();
        return group.SelectMany(step => step.Operands).Select(operand => operand.Block).Distinct()
            .Select(program.NumberOf).OfType<Step>().Concat(group);
    }

    private Place[] Read(int first, int count)
    {
        var (read, written) = (new List<Place>(), new HashSet<int>());
        foreach (var step in Calls(first, count))
        {
            read.AddRange(step.Operands.Where(operand => !written.Contains(operand.Block) && !read.Contains(operand)));
            written.Add(step.Result!.Value.Block);
        }

        return [.. read];
    }

    private Place[] Left(int first, int count) =>
    [
        .. steps.Skip(first).Take(count).Select(step => step.Result!.Value).Distinct()
            .Where(place => !own.Contains(place.Block) || lifetimes.Last(place.Block) >= first + count),
    ];

    private Fusion Fuse(int first, int count, Place[] places)
    {
        var standIns = new Dictionary<int, Storage>();
        var views = Array.ConvertAll(places, ViewOf);
        var reads = Read(first, count).Length;
        return new(
            backend.Fuse(
                views[..reads],
                views[reads..],
                to =>
                {
                    foreach (var step in Calls(first, count))
                    {
                        step.Call.Pointwise!(to, [.. step.Places.Select(ViewOf)]);
                    }
                }),
            places);

        View ViewOf(Place place)
        {
            if (!standIns.TryGetValue(place.Block, out var storage))
            {
                var block = program.Blocks[place.Block];
                standIns[place.Block] = storage = new StandIn(backend, block.DType, block.Length);
            }

            return new(storage, place.Layout);
        }
    }

    private sealed class StandIn(IBackend backend, DType dtype, long length) : Storage(backend, dtype, length);
}
