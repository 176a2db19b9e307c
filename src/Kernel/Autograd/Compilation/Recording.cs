using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>What one call of a function has done, as its backend saw it, and what it depended on.</summary>
internal sealed class Recording
{
    /// <summary>Why this does not say what another call would do; null if it may.</summary>
    public required string? Refusal { get; init; }

    /// <summary>The backend of all blocks; null if nothing was done.</summary>
    public required IBackend? Backend { get; init; }

    /// <summary>The storages, by number.</summary>
    public required Block[] Blocks { get; init; }

    /// <summary>What was done, in order: the function, then the backward pass of its result.</summary>
    public required Step[] Steps { get; init; }

    /// <summary>How many of the steps are the function.</summary>
    public required int ForwardCount { get; init; }

    /// <summary>Where the graph of the result ends; empty if it has none.</summary>
    public required RecordedLeaf[] Sources { get; init; }

    /// <summary>The gradient of each, where the result depends on it.</summary>
    public required Outcome?[] Pulled { get; init; }

    /// <summary>What the function gave.</summary>
    public required Outcome Result { get; init; }

    /// <summary>Tensors from outside.</summary>
    public required CapturedTensor[] Captured { get; init; }

    /// <summary>The storages of the inputs.</summary>
    public required Storage[] Inputs { get; init; }

    /// <summary>What changed that is not the function's own.</summary>
    public required RecordedChange[] Changes { get; init; }

    /// <summary>The gradients that the function depends on.</summary>
    public required LeafBefore[] GradientsBefore { get; init; }

    /// <summary>The gradients that it leaves.</summary>
    public required LeafAfter[] GradientsAfter { get; init; }

    /// <summary>The blocks that the function makes and hands out.</summary>
    public HashSet<int> Escaping =>
    [
        .. GradientsAfter.Select(after => after.Gradient).Concat(Pulled).Append(Result).OfType<Outcome>()
            .Select(outcome => outcome.Place.Block).Where(block => Blocks[block].IsFresh),
    ];

    /// <summary>In what another call has done something else; null if in nothing.</summary>
    public string? DifferenceTo(Recording other)
    {
        for (var i = 0; i < Math.Min(Steps.Length, other.Steps.Length); i++)
        {
            if (Steps[i].Call != other.Steps[i].Call)
            {
                return Steps[i].Call.Name == other.Steps[i].Call.Name
                    ? $"a number or an array that {Steps[i].Call.Name} uses changes from call to call; keep it in a "
                        + "tensor, and change that in place or give it as an argument"
                    : $"it does {Steps[i].Call.Name} in one call and {other.Steps[i].Call.Name} in the next";
            }

            if (!Steps[i].Places.SequenceEqual(other.Steps[i].Places) || Steps[i].Places.Any(IsOther))
            {
                return $"{Steps[i].Call.Name} uses another tensor from call to call; give it as an argument, or change "
                    + "it in place";
            }
        }

        var isSame = Steps.Length == other.Steps.Length && Blocks.SequenceEqual(other.Blocks)
            && Result == other.Result && Changes.SequenceEqual(other.Changes)
            && GradientsBefore.Select(before => before.Leaf).SequenceEqual(other.GradientsBefore.Select(b => b.Leaf))
            && GradientsAfter.SequenceEqual(other.GradientsAfter)
            && ForwardCount == other.ForwardCount
            && Sources.SequenceEqual(other.Sources)
            && Pulled.SequenceEqual(other.Pulled);
        return isSame ? null : "it does more in one call than in the next";

        bool IsOther(Place place) => Blocks[place.Block] != other.Blocks[place.Block];
    }
}
