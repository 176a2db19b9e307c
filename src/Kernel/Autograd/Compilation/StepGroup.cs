namespace NotebookGrad;

/// <summary>Steps of a plan that are done together.</summary>
/// <param name="First">The number of the first step.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Tiling">How they are done part by part; null where they are not.</param>
/// <param name="Fusion">How the backend does them as one; null where it does not.</param>
internal sealed record StepGroup(int First, int Count, Tiling? Tiling = null, Fusion? Fusion = null)
{
    // What a part of each touches shall stay in the cache.
    private const int MostSteps = 64;

    /// <summary>The number of the last step.</summary>
    public int Last => First + Count - 1;

    /// <summary>The steps in the order of a plan, joined where one continues the other's work in the cache.</summary>
    /// <param name="steps">The steps.</param>
    /// <param name="border">The number of a step that begins a group in any case.</param>
    public static List<StepGroup> Of(IReadOnlyList<Step> steps, int border)
    {
        var groups = new List<StepGroup>();
        for (var first = 0; first < steps.Count;)
        {
            var (count, tiling) = (1, default(Tiling));
            while (count < MostSteps && first + count < steps.Count && first + count != border
                && CanJoin(steps, first, count)
                && Tiling.Of(steps[first].Result!.Value.Layout.Shape, Range(steps, first, count + 1)) is { } longer)
            {
                (count, tiling) = (count + 1, longer);
            }

            groups.Add(new StepGroup(first, count, tiling));
            first += count;
        }

        return groups;
    }

    /// <summary>The steps of the group.</summary>
    public IReadOnlyList<Step> In(IReadOnlyList<Step> steps) => Range(steps, First, Count);

    /// <summary>What each step is given; of those that are one, the first is given everything.</summary>
    public IEnumerable<Place[]> PlacesIn(IReadOnlyList<Step> steps) => Fusion is null
        ? In(steps).Select(step => step.Places.ToArray())
        : Enumerable.Repeat(Array.Empty<Place>(), Count - 1).Prepend(Fusion.Places);

    /// <summary>
    /// Whether a step can be done element by element along with those before it: whatever is written is read in the
    /// same places.
    /// </summary>
    public static bool CanJoin(IReadOnlyList<Step> steps, int first, int count)
    {
        var (start, next) = (steps[first], steps[first + count]);
        if (!start.Call.IsPointwise || !next.Call.IsPointwise
            || start.Result!.Value.Layout.Shape != next.Result!.Value.Layout.Shape)
        {
            return false;
        }

        var all = Range(steps, first, count + 1);
        var written = all.Select(step => step.Result!.Value).ToArray();
        return all.SelectMany(step => step.Places)
            .All(place => written.All(result => result.Block != place.Block || result == place));
    }

    private static Step[] Range(IReadOnlyList<Step> steps, int first, int count) => [.. steps.Skip(first).Take(count)];
}
