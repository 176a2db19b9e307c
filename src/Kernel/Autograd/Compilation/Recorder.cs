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
            "check", check.Method, false, (_, views) => check(new Tensor(views[0].Storage, views[0].Layout)));
        recorder.steps.Add(new Step(call, [recorder.PlaceOf(tensor.View)], null));
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
        foreach (var operand in operands)
        {
            if (operand.IsLeaf && !fresh.Contains(operand.Storage) && !inputs.Contains(operand))
            {
                captured[operand] = operand.RequiresGrad;
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

    /// <summary>What was written down, when the program has ended.</summary>
    public Recording Finish(Tensor result)
    {
        if (refusal is null && result is { RequiresGrad: true, IsLeaf: false } && !result.Node!.Differentiated)
        {
            Refuse("its result has a graph; call Backward inside, or return x.Detach()");
        }

        var both = captured.Keys.FirstOrDefault(one => inputs.Any(input => input.Storage == one.Storage));
        if (both is not null)
        {
            Refuse($"it is given {both.Describe()} and uses the same elements from outside, too");
        }

        return new Recording
        {
            Refusal = refusal,
            Backend = inner,
            Blocks = [.. blocks],
            Steps = [.. steps],
            Result = OutcomeOf(result),
            Captured = [.. captured.Select(pair => new CapturedTensor(pair.Key, pair.Value))],
            Changes = [.. changes.Select(pair => new RecordedChange(NumberOf(pair.Key), pair.Value))],
            GradientsBefore = [.. gradientsBefore.Select(pair => new LeafBefore(LeafOf(pair.Key), pair.Value))],
            GradientsAfter = [.. gradientsSet.Select(After)],
        };
    }

    private LeafAfter After(Node leaf) => new(LeafOf(leaf), leaf.Gradient is { } gradient ? OutcomeOf(gradient) : null);

    private Outcome OutcomeOf(Tensor tensor) => new(
        PlaceOf(tensor.View),
        Array.IndexOf(inputs, tensor),
        tensor.IsLeaf && !fresh.Contains(tensor.Storage) ? tensor : null);

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
            var input = Array.FindIndex(inputs, one => one.Storage == storage);
            var outside = input < 0 && !fresh.Contains(storage) ? storage : null;
            blocks.Add(new Block(storage.DType, storage.Length, outside, input));
        }

        return number;
    }
}
