namespace NotebookGrad.Backends.Host;

/// <summary>Neighbouring windows on an axis that have some element, and have it at even distances.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Place">Where the first one's element is.</param>
/// <param name="Step">How far it is to the next one's.</param>
internal readonly record struct EvenWindows(int First, int Count, int Place, int Step)
{
    /// <summary>All windows that have so many elements before another.</summary>
    public static EvenWindows[] Having(int element, WindowSpan[] windows)
    {
        var all = new List<EvenWindows>();
        for (var window = 0; window < windows.Length; window++)
        {
            var span = windows[window];
            if (element >= span.Count)
            {
                continue;
            }

            var place = span.Start + (element * span.Step);
            if (all.Count > 0 && all[^1] is var last && last.First + last.Count == window
                && (last.Count == 1 || last.Place + (last.Count * last.Step) == place))
            {
                all[^1] = last with { Count = last.Count + 1, Step = (place - last.Place) / last.Count };
            }
            else
            {
                all.Add(new(window, 1, place, 0));
            }
        }

        return [.. all];
    }
}
