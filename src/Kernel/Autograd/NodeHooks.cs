namespace NotebookGrad;

/// <summary>What users have asked to be called about at one node. Lists are replaced, never changed.</summary>
internal sealed class NodeHooks
{
    private readonly Lock gate = new();

    /// <summary>Whether a node inside a graph gathers its gradient as leaves do.</summary>
    public bool RetainsGradient { get; set; }

    /// <summary>What looks at the gradient by the node's value, and may replace it.</summary>
    public Func<Tensor, Tensor?>[] Tensor { get; private set; } = [];

    /// <summary>The same, but after those of the tensor and after the gradient has been retained.</summary>
    public Func<Tensor, Tensor?>[] Before { get; private set; } = [];

    /// <summary>What looks at the gradients that the node gives to its operands, and may replace them.</summary>
    public Func<IReadOnlyList<Tensor?>, Tensor, IReadOnlyList<Tensor?>?>[] After { get; private set; } = [];

    /// <summary>What is called when a leaf has its new <c>.Grad</c>.</summary>
    public Action<Tensor>[] Accumulated { get; private set; } = [];

    public IDisposable AddTensor(Func<Tensor, Tensor?> hook) =>
        Add(hook, () => Tensor, list => Tensor = list);

    public IDisposable AddBefore(Func<Tensor, Tensor?> hook) =>
        Add(hook, () => Before, list => Before = list);

    public IDisposable AddAfter(Func<IReadOnlyList<Tensor?>, Tensor, IReadOnlyList<Tensor?>?> hook) =>
        Add(hook, () => After, list => After = list);

    public IDisposable AddAccumulated(Action<Tensor> hook) =>
        Add(hook, () => Accumulated, list => Accumulated = list);

    // A hook registered twice is called twice, and each handle removes one of the two.
    private IDisposable Add<T>(T hook, Func<T[]> read, Action<T[]> write)
        where T : Delegate
    {
        var own = (T)hook.Clone();
        lock (gate)
        {
            write([.. read(), own]);
        }

        return new HookHandle(() =>
        {
            lock (gate)
            {
                write(Array.FindAll(read(), other => !ReferenceEquals(other, own)));
            }
        });
    }
}
