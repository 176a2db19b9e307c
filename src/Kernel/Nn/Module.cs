using NotebookGrad.Inspection;

namespace NotebookGrad.Nn;

/// <summary>
/// A network or a part of one: parameters, buffers and further modules, each with a name, and whether it trains. What
/// it computes is said by <see cref="Module{TInput, TOutput}"/>, or by a method of its own around <see cref="Run"/>.
/// </summary>
/// <remarks>
/// Members are found by themselves: fields and properties, private ones too, that hold a module, a tensor, or a list or
/// dictionary of either. Their names are the fields' as PyTorch would write them, <c>hidden</c> for <c>_hidden</c>,
/// <c>running_mean</c> for <c>runningMean</c>; those in lists are numbered. A tensor that requires a gradient is a
/// parameter; other tensors count only where <see cref="Parameter"/> or <see cref="Buffer"/> has said what they are.
/// </remarks>
/// <example>
/// <code>
/// class Net : Module&lt;Tensor, Tensor&gt;
/// {
///     readonly Linear hidden = new(64, 32), output = new(32, 10);
///     protected override Tensor Forward(Tensor x) => output.Call(hidden.Call(x).Relu());
/// }
/// </code>
/// </example>
public abstract partial class Module : IInspectable
{
    // What tensors have been declared or found to be: parameters stay so when they are frozen.
    private readonly Dictionary<Tensor, ModuleMemberKind> kinds = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Name, object Value)> declared = [];
    private readonly List<ForwardHook> hooks = [];
    private string? givenName;
    private string? memberName;
    private bool isOutlined;

    /// <summary>What is called after each call of a module, with the tensors that went in and came out.</summary>
    public delegate void ForwardHook(Module module, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> outputs);

    /// <summary>
    /// Whether the module trains, as it does at first: dropout drops, and batch normalisation goes by the batch's own
    /// mean.
    /// </summary>
    public bool IsTraining { get; internal set; } = true;

    /// <summary>
    /// The name by which graphs fold the module's calls: that given by <c>Named</c>, else that of the member which
    /// holds it, else that of its type.
    /// </summary>
    public string Name => givenName ?? memberName ?? MemberName.Of(TypeName);

    /// <summary>All parameters, those of inner modules too, in order; one that is shared is there once.</summary>
    public IReadOnlyList<Tensor> Parameters => [.. NamedParameters.Select(pair => pair.Value)];

    /// <summary>
    /// All parameters with their names, such as <c>encoder.weight</c>; one that is shared is there once.
    /// </summary>
    public IEnumerable<KeyValuePair<string, Tensor>> NamedParameters => Distinct(ModuleMemberKind.Parameter);

    /// <summary>
    /// All buffers, which are part of the state and not trained, with their names; one that is shared is there once.
    /// </summary>
    public IEnumerable<KeyValuePair<string, Tensor>> NamedBuffers => Distinct(ModuleMemberKind.Buffer);

    /// <summary>The module itself, named by an empty text, and all modules inside, each once.</summary>
    public IEnumerable<KeyValuePair<string, Module>> NamedModules => ModuleTree.Of(this)
        .DistinctBy(part => part.Module)
        .Select(part => KeyValuePair.Create(part.Path, part.Module));

    /// <summary>The modules directly inside, with their names.</summary>
    public IEnumerable<KeyValuePair<string, Module>> Children => Members
        .Where(member => member.Value is Module)
        .Select(member => KeyValuePair.Create(member.Name, (Module)member.Value));

    /// <summary>What the module was made with, for <see cref="ToString"/>; empty where nothing is to be said.</summary>
    protected virtual string Options => string.Empty;

    /// <summary>The type's name without the number of its own types.</summary>
    internal string TypeName => GetType().Name.Split('`')[0];

    /// <summary>What <see cref="Options"/> says.</summary>
    internal string Description => Options;

    /// <summary>The tensors and modules directly inside, by name, in order.</summary>
    internal IReadOnlyList<(string Name, object Value)> Members
    {
        get
        {
            var members = new List<(string Name, object Value)>(declared);
            var known = new HashSet<object>(declared.Select(one => one.Value), ReferenceEqualityComparer.Instance);
            members.AddRange(ModuleFields.Of(this).Where(one => IsMember(one.Value) && known.Add(one.Value)));
            return members.GroupBy(one => one.Name).FirstOrDefault(same => same.Count() > 1) is not { Key: var twice }
                ? members
                : throw new InvalidOperationException(
                    $"{Name}: two members have the name \"{twice}\"; rename one of the fields, whose names are "
                    + "compared without capitals and leading underscores");
        }
    }

    /// <summary>Calls something after each call of the module, until what is returned is disposed of.</summary>
    public IDisposable RegisterForwardHook(ForwardHook hook)
    {
        ArgumentNullException.ThrowIfNull(hook);

        // One of its own, so that a handle never removes what another registration of the same hook has added.
        ForwardHook own = (module, inputs, outputs) => hook(module, inputs, outputs);
        hooks.Add(own);
        return new HookHandle(() => hooks.Remove(own));
    }

    /// <summary>
    /// What the module is made of, with what comes out of every part while something calls it; unrecorded, and as after
    /// training.
    /// </summary>
    /// <param name="call">Calls the module; null if only its parameters matter.</param>
    /// <example><c>lstm.Summary(() => lstm.Call(Tensor.Zeros([50, 1, 64])))</c></example>
    public ModuleSummary Summary(Action? call = null) => ModuleInspector.Inspect(this, call);

    /// <inheritdoc/>
    public override string ToString() => ModuleText.Write(this);

    /// <summary>Makes a tensor a parameter: a leaf that requires a gradient.</summary>
    /// <param name="initial">Its first value.</param>
    /// <param name="name">Its name where no field holds it, or another one than the field's.</param>
    /// <returns>The same tensor, to be kept in a field.</returns>
    /// <exception cref="ArgumentException">It is no leaf, or of whole numbers.</exception>
    protected Tensor Parameter(Tensor initial, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(initial);
        if (!initial.IsLeaf || !initial.DType.IsReal)
        {
            throw new ArgumentException(
                $"parameter: {initial.Describe()} {initial.DType.Text} "
                + (initial.IsLeaf ? "has whole numbers; use .To(DType.Float32)" : "is no leaf; use .Detach()"));
        }

        initial.RequiresGrad = true;
        return Declare(ModuleMemberKind.Parameter, initial, name);
    }

    /// <summary>Makes a tensor a buffer: part of the state, but not trained.</summary>
    /// <param name="initial">Its first value.</param>
    /// <param name="name">Its name where no field holds it, or another one than the field's.</param>
    /// <returns>The same tensor, to be kept in a field.</returns>
    protected Tensor Buffer(Tensor initial, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(initial);
        return Declare(ModuleMemberKind.Buffer, initial, name);
    }

    /// <summary>Puts a module inside under a name, where no field holds it.</summary>
    /// <returns>The same module.</returns>
    protected TModule Child<TModule>(string name, TModule module)
        where TModule : Module
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(module);
        declared.Add((name, module));
        return module;
    }

    /// <summary>
    /// Computes something as a call of this module: graphs fold it under the module's name, and hooks see it.
    /// </summary>
    /// <param name="forward">What the module computes.</param>
    /// <param name="inputs">What it computes it from.</param>
    protected TOutput Run<TOutput>(Func<TOutput> forward, params IReadOnlyList<Tensor> inputs)
    {
        if (!isOutlined)
        {
            Outline();
        }

        using var scope = Graph.EnterModule(Name, IsNumbered ? TypeName : null);
        var output = forward();
        if (hooks.Count > 0)
        {
            IReadOnlyList<Tensor> outputs = [.. TensorParts.Of(output)];
            foreach (var hook in hooks.ToArray())
            {
                hook(this, inputs, outputs);
            }
        }

        return output;
    }

    /// <summary>The tensors directly inside, by name.</summary>
    internal IEnumerable<(string Name, ModuleMemberKind Kind, Tensor Tensor)> Tensors() => Members
        .Where(member => member.Value is Tensor)
        .Select(member => (member.Name, kinds[(Tensor)member.Value], (Tensor)member.Value));

    internal void SetTraining(bool mode)
    {
        foreach (var (_, module) in NamedModules)
        {
            module.IsTraining = mode;
        }
    }

    internal void SetName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        givenName = name;
    }

    /// <summary>Gives modules and parameters inside, where they have none, names by their places.</summary>
    internal void Outline()
    {
        isOutlined = true;
        foreach (var (_, name, _, module) in ModuleTree.Of(this).Skip(1))
        {
            module.memberName = name;
            module.isOutlined = true;
        }

        foreach (var (name, parameter) in NamedParameters)
        {
            if (parameter.Name is null)
            {
                parameter.Named(name);
            }
        }
    }

    // Whether the name is a place in a list, which tells nobody what stands there.
    private bool IsNumbered => int.TryParse(Name.AsSpan(Name.LastIndexOf('.') + 1), out _);

    private IEnumerable<KeyValuePair<string, Tensor>> Distinct(ModuleMemberKind kind) => ModuleTree.Tensors(this)
        .Where(entry => entry.Kind == kind)
        .DistinctBy(entry => entry.Tensor)
        .Select(entry => KeyValuePair.Create(entry.Path, entry.Tensor));

    private Tensor Declare(ModuleMemberKind kind, Tensor tensor, string? name)
    {
        kinds[tensor] = kind;
        if (name is not null)
        {
            declared.Add((name, tensor));
        }

        return tensor;
    }

    private bool IsMember(object value) => value is not Tensor tensor
        || kinds.ContainsKey(tensor)
        || (tensor is { IsLeaf: true, RequiresGrad: true } && kinds.TryAdd(tensor, ModuleMemberKind.Parameter));
}
