namespace NotebookGrad;

/// <summary>
/// Those who follow the process's backward passes, such as a gradient flow. They are held weakly, so that one that
/// nobody has any more goes by itself; where there is none, a pass asks one question.
/// </summary>
internal static class PassObservers
{
    private static readonly Lock Gate = new();
    private static WeakReference<IPassObserver>[]? all;

    /// <summary>Has an observer asked about every pass that begins, until what is returned is disposed of.</summary>
    public static IDisposable Add(IPassObserver observer)
    {
        var own = new WeakReference<IPassObserver>(observer);
        Change(living => [.. living, own]);
        return new HookHandle(() => Change(living => [.. living.Where(other => other != own)]));
    }

    /// <summary>Those who want to follow a pass of <c>Backward</c> that begins; null where nobody does.</summary>
    public static IPassWatch[]? Begin(IReadOnlyList<Tensor> roots)
    {
        if (all is not { } asked)
        {
            return null;
        }

        List<IPassWatch>? watches = null;
        var dead = false;
        foreach (var one in asked)
        {
            if (!one.TryGetTarget(out var observer))
            {
                dead = true;
            }
            else if (observer.Begin(roots) is { } watch)
            {
                (watches ??= []).Add(watch);
            }
        }

        if (dead)
        {
            Change(living => living);
        }

        return watches?.ToArray();
    }

    private static void Change(
        Func<IEnumerable<WeakReference<IPassObserver>>, IEnumerable<WeakReference<IPassObserver>>> change)
    {
        lock (Gate)
        {
            WeakReference<IPassObserver>[] changed = [.. change((all ?? []).Where(one => one.TryGetTarget(out _)))];
            all = changed.Length == 0 ? null : changed;
        }
    }
}
