namespace NotebookGrad;

/// <summary>
/// Steps in an order in which more of those that can be done element by element stand together, for a backend that
/// makes one piece of work of them.
/// </summary>
internal static class StepOrder
{
    // What stands further apart hardly has to do with each other, and has to be looked for.
    private const int MostPassed = 64;

    /// <summary>
    /// The steps. Those that stand together stay so, and go up together to others that they can be done along with,
    /// where nothing between touches the same elements; but only if they read or write what those do, or little, so
    /// that nothing large is made long before it is needed.
    /// </summary>
    public static IEnumerable<Step> Gathered(IEnumerable<Step> steps, IReadOnlyList<Block> blocks)
    {
        var runs = new List<List<Step>>();
        foreach (var step in steps)
        {
            if (runs.Count > 0 && CanJoin(runs[^1], [step]))
            {
                runs[^1].Add(step);
            }
            else
            {
                runs.Add([step]);
            }
        }

        for (var later = 1; later < runs.Count; later++)
        {
            if (PlaceFor(later, runs, blocks) is { } earlier)
            {
                earlier.AddRange(runs[later]);
                runs.RemoveAt(later--);
            }
        }

        return runs.SelectMany(run => run);
    }

    private static List<Step>? PlaceFor(int later, List<List<Step>> runs, IReadOnlyList<Block> blocks)
    {
        var run = runs[later];
        for (var i = later - 1; i >= Math.Max(0, later - MostPassed) && run[0].Call.IsPointwise; i--)
        {
            if (CanJoin(runs[i], run) && (run.TrueForAll(step => IsSmall(step, blocks)) || Meet(runs[i], run)))
            {
                return runs[i];
            }

            if (run.Exists(step => runs[i].Exists(step.MustFollow)))
            {
                break;
            }
        }

        return null;
    }

    private static bool CanJoin(List<Step> run, List<Step> next)
    {
        List<Step> all = [.. run, .. next];
        return Enumerable.Range(run.Count, next.Count).All(count => StepGroup.CanJoin(all, 0, count));
    }

    private static bool IsSmall(Step step, IReadOnlyList<Block> blocks) => blocks[step.Result!.Value.Block].IsSmall;

    private static bool Meet(List<Step> run, List<Step> next) => next.SelectMany(step => step.Places).Any(place =>
        run.Exists(step => step.Places.Any(other => other.Block == place.Block)));
}
