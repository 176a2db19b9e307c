namespace NotebookGrad;

/// <summary>What of a recording has to be done in every call.</summary>
internal sealed class Simplification
{
    // The backend spreads a single number over so many elements at a time.
    private const int LargestSpread = 1024;

    private readonly Recording recording;
    private readonly CommonSteps program;
    private readonly HashSet<int> escaping;
    private readonly List<Block> blocks;
    private readonly List<Step> once;

    /// <summary>Sorts the steps of a recording.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="fuses">
    /// Whether the backend makes one piece of work of several steps; else numbers are laid out beside the elements that
    /// they meet.
    /// </param>
    public Simplification(Recording recording, bool fuses)
    {
        this.recording = recording;
        program = new CommonSteps(recording);
        escaping = recording.Escaping;
        var needed = Needed(out var forward);
        blocks = [.. recording.Blocks];
        Constants = ConstantBlocks(needed);
        once = [.. needed.Where(IsConstant)];
        var varying = needed.Where(step => !IsConstant(step)).ToList();
        ForwardCount = needed.Take(forward).Count(step => !IsConstant(step));
        Steps = fuses
            ?
            [
                .. StepOrder.Gathered(varying.Take(ForwardCount), blocks),
                .. StepOrder.Gathered(varying.Skip(ForwardCount), blocks),
            ]
            : [.. varying.Select(WithSpreadConstants)];
    }

    /// <summary>The recording's blocks, and more.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>Blocks whose elements are the same in every call.</summary>
    public HashSet<int> Constants { get; }

    /// <summary>What makes these.</summary>
    public IReadOnlyList<Step> Once => once;

    /// <summary>What is left, in order.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>How many of these are the function; the others are the backward pass of its result.</summary>
    public int ForwardCount { get; }

    /// <summary>The only step that writes a block, where that fills it with one number in each call; else null.</summary>
    public Step? NumberOf(int block) =>
        Constants.Contains(block) && once.FindAll(step => step.Result!.Value.Block == block) is
            [{ Call.IsPointwise: true, Operands: [], Result: { } all } step] && all.Layout.Count == blocks[block].Length
            ? step
            : null;

    private bool IsConstant(Step step) => step.Result is { } result && Constants.Contains(result.Block);

    // A number that meets many elements is laid out beside each of them once, instead of in each call.
    private Step WithSpreadConstants(Step step)
    {
        if (!step.Call.IsPointwise
            || step.Result is not { Layout: { IsContiguous: true, Count: > 1 and <= LargestSpread } }
            || step.Operands.Any(operand => !operand.Layout.IsContiguous && !IsNumber(operand)))
        {
            return step;
        }

        return step with
        {
            Operands = Array.ConvertAll(step.Operands, operand => IsNumber(operand) ? Spread(operand) : operand),
        };

        bool IsNumber(Place operand) => Constants.Contains(operand.Block) && blocks[operand.Block].Length == 1;
    }

    private Place Spread(Place number)
    {
        var all = new Place(blocks.Count, Layout.Contiguous(number.Layout.Shape));
        blocks.Add(new Block(blocks[number.Block].DType, number.Layout.Count, null, -1));
        Constants.Add(all.Block);
        once.Add(new Step(BackendCall.Copy, [number], all));
        return all;
    }

    // A step is needed if it checks something, or changes what lasts or what a later needed step reads.
    private List<Step> Needed(out int forward)
    {
        var read = new HashSet<int>(escaping);
        var needed = new List<Step>();
        forward = 0;
        for (var i = program.Steps.Count - 1; i >= 0; i--)
        {
            var step = program.Steps[i];
            if (step.Result is not { } result || !recording.Blocks[result.Block].IsFresh || read.Contains(result.Block))
            {
                read.UnionWith(step.Operands.Select(operand => operand.Block));
                needed.Add(step);
                forward += i < program.ForwardCount ? 1 : 0;
            }
        }

        needed.Reverse();
        return needed;
    }

    // A block is constant if it is made from constants, and complete before anything else reads it.
    private HashSet<int> ConstantBlocks(List<Step> steps)
    {
        var constants = Enumerable.Range(0, recording.Blocks.Length)
            .Where(block => recording.Blocks[block].IsFresh && !escaping.Contains(block)).ToHashSet();
        var lastWrite = new int[recording.Blocks.Length];
        foreach (var (i, step) in steps.Index())
        {
            if (step.Result is { } result)
            {
                lastWrite[result.Block] = i;
            }
        }

        for (var before = -1; before != constants.Count;)
        {
            before = constants.Count;
            foreach (var (i, step) in steps.Index())
            {
                if (step.Result is { } result && !step.Operands.All(operand => constants.Contains(operand.Block)))
                {
                    constants.Remove(result.Block);
                }

                foreach (var operand in step.Operands)
                {
                    if (operand.Block != step.Result?.Block && lastWrite[operand.Block] > i)
                    {
                        constants.Remove(operand.Block);
                    }
                }
            }
        }

        return constants;
    }
}
