namespace NotebookGrad;

/// <summary>What a compiled function does for inputs of one kind.</summary>
public sealed record PlanReport
{
    /// <summary>The dtypes and shapes of the inputs.</summary>
    public required string Signature { get; init; }

    /// <summary>How often the function asks the backend for something.</summary>
    public required int Recorded { get; init; }

    /// <summary>How often the plan does; the rest is constant, or nobody needs it.</summary>
    public required int Steps { get; init; }

    /// <summary>Pointwise steps that are done together, part by part; those that are alike are told once.</summary>
    public required IReadOnlyList<FusedSteps> Fused { get; init; }

    /// <summary>The bytes of the plan's buffers, which all calls share.</summary>
    public required long PlannedBytes { get; init; }

    /// <summary>The bytes that the function itself allocates in a call.</summary>
    public required long EagerBytes { get; init; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(
        "\n  ",
        [
            $"{Signature}: {Steps} steps of {Recorded}; {PlannedBytes:N0} bytes of buffers, eager {EagerBytes:N0}",
            .. Fused.Select(group => $"fused: {group}"),
        ]);

    /// <summary>The report of a plan.</summary>
    internal static PlanReport Of(string signature, Plan plan) => new()
    {
        Signature = signature,
        Recorded = plan.Recording.Steps.Length,
        Steps = plan.Steps.Length,
        Fused =
        [
            .. from one in plan.Groups
               where one.Count > 1
               let operations = one.In(plan.Steps).Select(step => step.Call.Name).ToArray()
               let shape = plan.Steps[one.First].Result!.Value.Layout.Shape
               group operations by (Names: string.Join('\n', operations), Shape: shape, Parts: one.Tiling?.Count ?? 1)
               into alike
               select new FusedSteps(alike.First(), alike.Key.Shape, alike.Key.Parts, alike.Count()),
        ],
        PlannedBytes = plan.Buffers.Bytes,
        EagerBytes = plan.Recording.Blocks.Where(block => block.IsFresh).Sum(block => block.Bytes),
    };
}
