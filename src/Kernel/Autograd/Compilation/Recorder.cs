using System.Runtime.InteropServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// Carries calls out on a backend and writes them down. Whatever a program does to tensors, forward, backward and in
/// place, it does by such calls; so what stands here, done again, is the program without its tensors and graphs.
/// </summary>
internal sealed partial class Recorder(Tensor[] inputs)
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly long firstNode = Node.LastId + 1;
    private readonly Dictionary<Storage, int> numbers = [];
    private readonly List<Block> blocks = [];
    private readonly List<Step> steps = [];
    private readonly HashSet<Storage> fresh = [];
    private readonly HashSet<Storage> varying = [];
    private readonly Dictionary<Tensor, bool> captured = [];
    private readonly Dictionary<Storage, string> changes = [];
    private readonly Dictionary<Node, Tensor?> gradientsBefore = [];
    private readonly HashSet<Node> gradientsSet = [];
    private IBackend? inner;
    private string? refusal;

    /// <summary>
    /// Looks at values, and throws where they are wrong; nothing else may follow from them, so that a recorded program
    /// does the same in each call.
    /// </summary>
    public static void Check(Tensor tensor, Action<Tensor> check)
    {
        if (AutogradMode.CurrentRecorder is not { } recorder)
        {
            check(tensor);
            return;
        }

        using ((AutogradMode.Current with { Recorder = null }).Enter())
        {
            check(tensor);
        }

        var call = new BackendCall(
            "check", check.Method, (_, views) => check(new Tensor(views[0].Storage, views[0].Layout)));
        recorder.Note(call, tensor.View);
    }

    /// <summary>The backend that is to be called instead of this one.</summary>
    public IBackend Over(IBackend backend)
    {
        inner ??= backend;
        if (backend == this || (backend == inner && Environment.CurrentManagedThreadId == thread))
        {
            return this;
        }

        Refuse(backend == inner
            ? "it works on several threads"
            : $"it works on {inner.Name} and {backend.Name}, and a plan on one device");
        return backend;
    }

    /// <summary>Says why the program cannot be done again from what stands here; the first reason counts.</summary>
    public void Refuse(string reason) => refusal ??= reason;

    /// <summary>Notes tensors that an operation is applied to.</summary>
    public void Uses(ReadOnlySpan<Tensor> operands)
    {
        if (BackwardScope.Current is not null)
        {
            return; // what a pass reads has been used before
        }

        foreach (var operand in operands)
        {
            var root = operand.ViewOf?.Root ?? operand;
            if (root.IsLeaf && !fresh.Contains(root.Storage) && !inputs.Contains(root))
            {
                captured[root] = root.RequiresGrad;
            }
        }
    }

    /// <summary>Notes that elements change in place.</summary>
    public void Changes(Storage storage, string operation)
    {
        if (!fresh.Contains(storage))
        {
            changes[storage] = operation;
        }
    }

    /// <summary>Notes that what follows depends on a leaf's <c>.Grad</c>.</summary>
    public void ReadsGradient(Node? leaf)
    {
        if (leaf is { Operation: null } && leaf.Id < firstNode && !gradientsSet.Contains(leaf))
        {
            gradientsBefore.TryAdd(leaf, leaf.Gradient);
        }
    }

    /// <summary>Notes that a leaf's <c>.Grad</c> is set.</summary>
    public void SetsGradient(Node leaf)
    {
        if (leaf.Operation is null && leaf.Id < firstNode)
        {
            gradientsSet.Add(leaf);
        }
    }

    /// <summary>Notes that a change in place is recorded in a tensor's graph.</summary>
    public void Rewrites(Tensor root)
    {
        if (!fresh.Contains(root.Storage))
        {
            Refuse($"it changes {root.Describe()} in place where that is recorded in a graph from outside");
        }
    }

    /// <summary>What was written down, when the program has ended.</summary>
    public Recording Finish(Tensor result)
    {
        if (result.ViewOf is not null && !fresh.Contains(result.Storage) && !inputs.Contains(result))
        {
            Refuse("its result is a view of what lies outside; return x.Clone()");
        }

        return new Recording
        {
            Refusal = refusal,
            Backend = inner,
            Result = OutcomeOf(result),
            Inputs = Array.ConvertAll(inputs, input => input.Storage),
            Captured = [.. captured.Select(pair => new CapturedTensor(pair.Key, pair.Value))],
            Changes = [.. changes.Select(pair => new RecordedChange(NumberOf(pair.Key), pair.Value))],
            GradientsBefore = [.. gradientsBefore.Select(pair => new LeafBefore(LeafOf(pair.Key), pair.Value))],
            GradientsAfter = [.. gradientsSet.Select(After)],
            Steps = [.. steps],
            ForwardCount = forwardCount,
            Sources = sources,
            Pulled = Array.ConvertAll(pulled, one => one is null ? null : OutcomeOf(one)),
            Blocks = [.. blocks],
        };
    }

    // Whether the elements follow from numbers and arrays alone, which are the same in each call.
    private bool IsConstant(Storage storage) => fresh.Contains(storage) && !varying.Contains(storage);

    private LeafAfter After(Node leaf) => new(LeafOf(leaf), leaf.Gradient is { } gradient ? OutcomeOf(gradient) : null);

    private Outcome OutcomeOf(Tensor tensor) => new(
        PlaceOf(tensor.View),
        Array.IndexOf(inputs, tensor),
        tensor.IsLeaf && blocks[NumberOf(tensor.Storage)].Outside is not null ? tensor : null);

    private RecordedLeaf LeafOf(Node leaf)
    {
        var input = Array.FindIndex(inputs, one => one.Node == leaf);
        return new(input < 0 ? leaf : null, input);
    }

    private Place PlaceOf(View view) => new(NumberOf(view.Storage), view.Layout);

    private int NumberOf(Storage storage)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, storage, out var known);
        if (!known)
        {
            number = blocks.Count;
            var input = storage == seed ? inputs.Length : Array.FindIndex(inputs, one => one.Storage == storage);
            var outside = input < 0 && !fresh.Contains(storage) ? storage : null;
            blocks.Add(new Block(storage.DType, storage.Length, outside, input));
        }

        return number;
    }
}
