using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>A recorded function made ready to be done again: what is done once, in which order, and where.</summary>
internal sealed class Plan
{
    private readonly Storage?[] shared;
    private readonly HashSet<Storage> outside;
    private Frame? spare;

    /// <summary>A plan that does what was recorded.</summary>
    public Plan(Recording recording)
    {
        Recording = recording;
        var simplified = new Simplification(recording);
        Steps = [.. simplified.Steps];
        Groups = [.. StepGroup.Of(Steps)];
        Blocks = simplified.Blocks;
        var own = Enumerable.Range(0, Blocks.Count)
            .Where(block => Blocks[block].IsFresh && !simplified.Constants.Contains(block))
            .Except(recording.Escaping).ToHashSet();
        Buffers = new BufferPlan(Blocks, own, Steps, Groups);
        shared = [.. Blocks.Select(block => block.Outside)];
        outside = [.. shared.OfType<Storage>()];
        Changed = [.. recording.Captured.Select(one => one.Tensor)
            .Where(one => recording.Changes.Any(change => shared[change.Block] == one.Storage))];
        Constants = MakeConstants(simplified);
    }

    /// <summary>What the plan does.</summary>
    public Recording Recording { get; }

    /// <summary>The storages, by number.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>What is done in each call.</summary>
    public Step[] Steps { get; }

    /// <summary>The same in groups.</summary>
    public StepGroup[] Groups { get; }

    /// <summary>The tensors from outside that each call changes in place.</summary>
    public Tensor[] Changed { get; }

    /// <summary>Where the blocks of a call lie.</summary>
    public BufferPlan Buffers { get; }

    /// <summary>How many blocks are made once and read in every call.</summary>
    public int Constants { get; }

    /// <summary>The storage of a block that all calls share, or null.</summary>
    public Storage? SharedOf(int block) => shared[block];

    /// <summary>Why the plan does not hold for a call now, though its inputs fit; null if it does.</summary>
    public string? Objection(Tensor[] inputs)
    {
        foreach (var tensor in Recording.Captured)
        {
            if (!tensor.Holds)
            {
                return $"{tensor.Tensor.Describe()} requires a gradient now and did not, or the other way, or has hooks";
            }
        }

        foreach (var before in Recording.GradientsBefore)
        {
            if (!before.HoldsFor(inputs))
            {
                return "the .Grad that it adds to, or reads, is not the one that it was";
            }
        }

        return Recording.Changes.Length > 0 && Array.Exists(inputs, input => outside.Contains(input.Storage))
            ? "it changes tensors in place, and is given one that it also uses from outside"
            : null;
    }

    /// <summary>Does what was recorded with other inputs of the same kind.</summary>
    public Tensor Run(Tensor[] inputs)
    {
        // A call that throws keeps its frame; two at a time have one each.
        var frame = Interlocked.Exchange(ref spare, null) ?? new Frame(this);
        var result = frame.Run(inputs);
        spare = frame;
        return result;
    }

    private int MakeConstants(Simplification simplified)
    {
        foreach (var step in simplified.Once)
        {
            var block = step.Result!.Value.Block;
            shared[block] ??= Recording.Backend!.Allocate(
                Blocks[block].DType, Blocks[block].Length);
            step.Call.Run(
                Recording.Backend!, [.. step.Places.Select(place => new View(shared[place.Block]!, place.Layout))]);
        }

        return simplified.Once.Select(step => step.Result!.Value.Block).Distinct().Count();
    }
}
