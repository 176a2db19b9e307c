namespace NotebookGrad;

/// <summary>What a compiled function does for inputs of one kind.</summary>
public sealed record PlanReport
{
    internal PlanReport(string signature, Plan plan)
    {
        var recording = plan.Recording;
        Signature = signature;
        Recorded = recording.Steps.Length;
        Steps = plan.Steps.Length;
        Fused =
        [
            .. plan.Groups.Where(group => group.Tiling is not null).Select(group =>
                $"{string.Join(" → ", group.In(plan.Steps).Select(step => step.Call.Name))} over "
                + $"{plan.Steps[group.First].Result!.Value.Layout.Shape} in {group.Tiling!.Count} parts")
                .CountBy(line => line).Select(pair => pair.Value == 1 ? pair.Key : $"{pair.Value} times {pair.Key}"),
        ];
        PlannedBytes = plan.Buffers.Bytes;
        EagerBytes = recording.Blocks.Where(block => block.IsFresh).Sum(block => block.Bytes);
    }

    /// <summary>The dtypes and shapes of the inputs.</summary>
    public string Signature { get; }

    /// <summary>How often the function asks the backend for something.</summary>
    public int Recorded { get; }

    /// <summary>How often the plan does; the rest is constant, or nobody needs it.</summary>
    public int Steps { get; }

    /// <summary>Pointwise steps that are done together, part by part; a line for those that are alike.</summary>
    public IReadOnlyList<string> Fused { get; }

    /// <summary>The bytes of the plan's buffers, which all calls share.</summary>
    public long PlannedBytes { get; }

    /// <summary>The bytes that the function itself allocates in a call.</summary>
    public long EagerBytes { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        "\n  ",
        [
            $"{Signature}: {Steps} steps of {Recorded}; {PlannedBytes:N0} bytes of buffers, eager {EagerBytes:N0}",
            .. Fused.Select(group => $"fused: {group}"),
        ]);
}
