using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>A recorded function made ready to be done again: what is done once, in which order, and where.</summary>
internal sealed class Plan
{
    private readonly HashSet<int> escaping;
    private readonly Storage?[] shared;
    private readonly HashSet<Storage> outside;
    private readonly Storage?[] fixedInputs;
    private Frame? spare;

    /// <summary>A plan that does what was recorded.</summary>
    /// <param name="recording">What was recorded.</param>
    /// <param name="fixedInputs">
    /// For each input the only storage that the plan is known to hold for, or null if it has held for two.
    /// </param>
    public Plan(Recording recording, Storage?[] fixedInputs)
    {
        this.fixedInputs = fixedInputs;
        Recording = recording;
        escaping = recording.Escaping;
        var fusing = recording.Backend as IFusingBackend;
        var simplified = new Simplification(recording, fuses: fusing is not null);
        Blocks = simplified.Blocks;
        Steps = [.. simplified.Steps];
        Lifetimes = new Lifetimes(Blocks.Count, Steps);
        var own = Enumerable.Range(0, Blocks.Count)
            .Where(block => Blocks[block].IsFresh && !simplified.Constants.Contains(block))
            .Except(escaping).ToHashSet();
        Groups =
        [
            .. fusing is null
                ? StepGroup.Of(Steps, simplified.ForwardCount)
                : new Fusing(fusing, simplified, own, Lifetimes).Groups(),
        ];
        ForwardGroups = Groups.Count(group => group.First < simplified.ForwardCount);
        Buffers = new BufferPlan(Blocks, own, Steps, Groups);
        shared = [.. Blocks.Select(block => block.Outside)];
        outside = [.. shared.OfType<Storage>()];
        Changed = [.. recording.Captured.Select(one => one.Tensor)
            .Where(one => recording.Changes.Any(change => shared[change.Block] == one.Storage))];
        OuterSources = [.. recording.Sources.Select(source => source.Outside?.Value).OfType<Tensor>()];
        BackwardReads =
        [
            .. Steps.Skip(simplified.ForwardCount).SelectMany(step => step.Operands).Select(place => place.Block)
                .Where(block => shared[block] is not null || (escaping.Contains(block) && !IsOfBackward(block)))
                .Distinct(),
        ];
        MakeConstants(simplified.Once);
    }

    /// <summary>For each input the only storage that the plan is known to hold for, or null.</summary>
    public IReadOnlyList<Storage?> FixedInputs => fixedInputs;

    /// <summary>What the plan does.</summary>
    public Recording Recording { get; }

    /// <summary>The storages, by number.</summary>
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>What is done in each call, and then in a backward pass.</summary>
    public Step[] Steps { get; }

    /// <summary>The same in groups.</summary>
    public StepGroup[] Groups { get; }

    /// <summary>How many of the groups are the call.</summary>
    public int ForwardGroups { get; }

    /// <summary>When the blocks are used.</summary>
    public Lifetimes Lifetimes { get; }

    /// <summary>Where the blocks of a call lie.</summary>
    public BufferPlan Buffers { get; }

    /// <summary>The tensors from outside that each call changes in place.</summary>
    public Tensor[] Changed { get; }

    /// <summary>What of the function's surroundings gets a gradient from its result.</summary>
    public Tensor[] OuterSources { get; }

    /// <summary>Blocks but inputs that others can change before the backward pass reads them.</summary>
    public int[] BackwardReads { get; }

    /// <summary>Whether a call does more than give its result.</summary>
    public bool HasEffects => Recording.Changes.Length > 0 || Recording.GradientsAfter.Length > 0;

    /// <summary>The storage of a block that all calls share, or null.</summary>
    public Storage? SharedOf(int block) => shared[block];

    /// <summary>Whether a block has another storage in each call.</summary>
    public bool IsPerCall(int block) =>
        escaping.Contains(block) || (Blocks[block].Input >= 0 && Lifetimes.First(block) >= 0);

    /// <summary>Whether a block is there in the backward pass only.</summary>
    public bool IsOfBackward(int block) =>
        ForwardGroups < Groups.Length && Lifetimes.First(block) >= Groups[ForwardGroups].First;

    /// <summary>Why the plan does not hold for a call now, though its inputs fit; null if it does.</summary>
    public string? Objection(Tensor[] inputs)
    {
        foreach (var tensor in Recording.Captured)
        {
            if (!tensor.Holds)
            {
                return $"{tensor.Tensor.Describe()} requires a gradient now and did not, or does not and did, or has "
                    + "hooks";
            }
        }

        foreach (var before in Recording.GradientsBefore)
        {
            if (!before.HoldsFor(inputs))
            {
                return "the .Grad that it adds to, or reads, is not the one that it was";
            }
        }

        for (var i = 0; i < fixedInputs.Length; i++)
        {
            if (fixedInputs[i] is { } storage && storage != inputs[i].Storage)
            {
                return "an input was the same in each call, and may have been used from outside, too";
            }
        }

        return Recording.Changes.Length > 0 && Array.Exists(inputs, input => outside.Contains(input.Storage))
            ? "it changes tensors in place, and is given one that it also uses from outside"
            : null;
    }

    /// <summary>Does what was recorded with other inputs of the same kind.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="function">The function itself, for derivatives of higher order.</param>
    public Tensor Run(Tensor[] inputs, Func<Tensor[], Tensor> function)
    {
        var frame = Take();
        var result = frame.Forward(inputs);
        if (Recording.Sources.Length == 0)
        {
            Return(frame);
            return result;
        }

        return CompiledCall.Record(this, frame, function, inputs, result);
    }

    /// <summary>A frame for one call: two at a time have one each, and one that throws keeps its own.</summary>
    public Frame Take() => Interlocked.Exchange(ref spare, null) ?? new Frame(this);

    /// <summary>Takes a frame back for the next call.</summary>
    public void Return(Frame frame) => Volatile.Write(ref spare, frame);

    private void MakeConstants(IEnumerable<Step> once)
    {
        foreach (var step in once)
        {
            var (block, backend) = (step.Result!.Value.Block, Recording.Backend!);
            shared[block] ??= backend.Allocate(Blocks[block].DType, Blocks[block].Length);
            step.Call.Run(backend, [.. step.Places.Select(place => new View(shared[place.Block]!, place.Layout))]);
        }
    }
}
