using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>
/// One step of a backward pass: where it starts, what comes along one use of a value, or the sum of what came along
/// all of them.
/// </summary>
/// <param name="Node">The value whose gradient the step is about.</param>
/// <param name="Uses">No use where the pass starts, one use, or all uses whose contributions are summed.</param>
internal sealed record BackwardStep(ReadNode Node, IReadOnlyList<ReadEdge> Uses)
{
    /// <summary>Whether the contributions of several uses are added up.</summary>
    public bool IsSum => Uses.Count > 1;

    /// <summary>Whether other uses of the value contribute to its gradient as well.</summary>
    public bool IsPart { get; init; }

    /// <summary>The gradient of the operation that uses the value, where it is one known number.</summary>
    public double? Upstream { get; init; }

    /// <summary>The derivative of that operation by the value, where it is one known number.</summary>
    public double? Local { get; init; }

    /// <summary>What is added up, where it is known in numbers.</summary>
    public IReadOnlyList<double?> Terms { get; init; } = [];

    /// <summary>The steps along the uses that are summed, where these are told within this one.</summary>
    public IReadOnlyList<BackwardStep> Parts { get; init; } = [];

    /// <summary>
    /// What the step comes to, where that is one known number: the contribution of the use, or the whole gradient.
    /// </summary>
    public double? Result { get; init; }

    /// <summary>The same in statistics, for tensors; null where it is not known.</summary>
    public ValueSummary? Summary { get; init; }

    /// <summary>
    /// What the pass left instead where that is something else, since earlier passes or a hook had a part in it.
    /// </summary>
    public ValueSummary? Left { get; init; }
}
