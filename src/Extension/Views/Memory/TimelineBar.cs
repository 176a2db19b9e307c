using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>Neighbouring moments of one phase, drawn as one bar: that at which the most is alive.</summary>
internal sealed class TimelineBar(
    MemoryMoment[] moments, long newlyKept, bool isPeak, IReadOnlyDictionary<long, string> names)
{
    /// <summary>The moment that is drawn.</summary>
    public MemoryMoment Most { get; } = moments.MaxBy(moment => moment.TotalBytes)!;

    /// <summary>The phase of all of them.</summary>
    public MemoryPhase Phase => Most.Phase;

    /// <summary>What more is kept for derivatives after the last of them than before the first.</summary>
    public long NewlyKept => newlyKept;

    /// <summary>Whether nowhere is more.</summary>
    public bool IsPeak => isPeak;

    /// <summary>Whether several operations are in it.</summary>
    public bool IsMixed => moments.Select(moment => moment.Operation).Distinct().Count() > 1;

    /// <summary>The operation, with the number of moments: <c>tanh ×4</c>.</summary>
    public string Operation
    {
        get
        {
            var operation = PlainName.Of(Most.Operation) ?? "operation";
            return Phase == MemoryPhase.After ? "after backward"
                : IsMixed ? NumberText.Count(moments.Length, "operation")
                : moments.Length > 1 ? $"{operation} ×{NumberText.Count(moments.Length)}"
                : operation;
        }
    }

    /// <summary>When the bar is: <c>recording tanh</c>.</summary>
    public string When => Phase switch
    {
        MemoryPhase.Forward => $"recording {Operation}",
        MemoryPhase.Backward => $"backward of {Operation}",
        _ => Operation,
    };

    /// <summary>The name of the result, or null.</summary>
    public string? Name => moments.Length > 1 || Phase == MemoryPhase.After
        ? null
        : PlainName.Of(Most.Name) ?? PlainName.Of(names.GetValueOrDefault(Most.Id));

    /// <summary>Where it was recorded: one line, the first and the last, or nothing.</summary>
    public string Line
    {
        get
        {
            var lines = moments.Select(moment => PlainName.Of(moment.Line)).OfType<string>().ToArray();
            return lines.Length == 0 ? "" : lines[0] == lines[^1] ? lines[0] : $"{lines[0]} to {lines[^1]}";
        }
    }

    /// <summary>What changes in what is kept: <c>+6,400</c>, or nothing.</summary>
    public string Change => newlyKept == 0 ? "" : (newlyKept > 0 ? "+" : "") + NumberText.Count(newlyKept);

    /// <summary>Everything in one line.</summary>
    public string Words
    {
        get
        {
            string[] parts =
            [
                When + (Name is null ? "" : $" → {Name}"),
                .. Line.Length > 0 ? [$"at {Line}"] : Array.Empty<string>(),
                .. newlyKept == 0 ? Array.Empty<string>() : [$"{Change} bytes kept"],
                $"{NumberText.Bytes(Most.TotalBytes)} alive: {NumberText.Count(Most.LeafBytes)} of leaves, "
                    + $"{NumberText.Count(Most.SavedBytes)} kept by the graph alone, "
                    + $"{NumberText.Count(Most.GradientBytes)} of gradients",
            ];
            return string.Join(", ", parts);
        }
    }
}
