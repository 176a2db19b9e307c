using NotebookGrad.Backends;

namespace NotebookGrad.Operations;

/// <summary>
/// How windows lie on one axis. A window may reach beyond the ends of the axis; there it has no elements.
/// </summary>
internal sealed class WindowAxis
{
    private readonly Run[][] runs;

    private WindowAxis(int input, int output, int kernel, Func<int, int, int?> element)
    {
        (Input, Output, Kernel) = (input, output, kernel);
        runs = [.. Enumerable.Range(0, kernel).Select(
            offset => Join(input, output, window => element(window, offset)))];
    }

    /// <summary>The number of elements on the axis.</summary>
    public int Input { get; }

    /// <summary>The number of windows.</summary>
    public int Output { get; }

    /// <summary>The number of elements in the longest window.</summary>
    public int Kernel { get; }

    /// <summary>Whether every window has an element at every offset.</summary>
    public bool IsFull => runs.All(atOffset => atOffset.Sum(run => run.Count) == Output);

    /// <summary>
    /// Windows of one size over elements so far apart, each window a stride after the last; the first begins before the
    /// axis.
    /// </summary>
    public static WindowAxis Sliding(int input, int output, int kernel, int stride, int before, int dilation) =>
        new(input, output, kernel, (window, offset) => (window * stride) - before + (offset * dilation));

    /// <summary>As many windows as asked for, which together cover the axis evenly and may overlap.</summary>
    public static WindowAxis Adaptive(int input, int output)
    {
        int Start(int window) => (int)((long)window * input / output);
        int Length(int window) => (int)((((window + 1L) * input) + output - 1) / output) - Start(window);
        return new(
            input,
            output,
            Enumerable.Range(0, output).Select(Length).DefaultIfEmpty().Max(),
            (window, offset) => offset < Length(window) ? Start(window) + offset : null);
    }

    /// <summary>The windows that have an element at an offset, and where it is.</summary>
    public IReadOnlyList<Run> Runs(int offset) => runs[offset];

    /// <summary>All windows and their elements, offset by offset.</summary>
    public IEnumerable<Run> Runs() => runs.SelectMany(atOffset => atOffset);

    /// <summary>The elements of each window.</summary>
    public WindowSpan[] Spans()
    {
        var (spans, step) = (new WindowSpan[Output], 1);
        foreach (var run in Runs())
        {
            for (var i = 0; i < run.Count; i++)
            {
                ref var span = ref spans[run.Window + i];
                var element = run.Element + (i * run.Step);
                step = span.Count == 1 ? element - span.Start : step;
                span = span.Count == 0 ? new(element, 1, 1) : span with { Count = span.Count + 1 };
            }
        }

        return Array.ConvertAll(spans, span => span with { Step = step });
    }

    /// <summary>The number of elements in each window.</summary>
    public int[] Counts() => Array.ConvertAll(Spans(), span => span.Count);

    // Windows whose elements at one offset lie evenly are one run: as a rule all of them. An element that two of them
    // share begins a new run, so that gradients can be added to all elements of a run at once.
    private static Run[] Join(int input, int output, Func<int, int?> element)
    {
        var joined = new List<Run>();
        for (var window = 0; window < output; window++)
        {
            if (element(window) is not { } found || found < 0 || found >= input)
            {
                continue;
            }

            if (joined.Count > 0 && joined[^1] is var last && last.Window + last.Count == window
                && (last.Count == 1 ? found > last.Element : last.Element + (last.Count * last.Step) == found))
            {
                joined[^1] = last with { Count = last.Count + 1, Step = (found - last.Element) / last.Count };
            }
            else
            {
                joined.Add(new(window, found, 1, 1));
            }
        }

        return [.. joined];
    }
}
