namespace NotebookGrad;

/// <content>What an optimiser remembers, to be seen, saved and loaded.</content>
public abstract partial class Optimizer
{
    /// <summary>
    /// What is remembered of a parameter, by PyTorch's names, such as <c>step</c> and <c>exp_avg</c>. The tensors are
    /// those that the next step reads and changes.
    /// </summary>
    /// <exception cref="ArgumentException">It is no parameter of this optimiser.</exception>
    public IReadOnlyDictionary<string, Tensor> StateOf(Tensor parameter) => Parameters.Contains(parameter)
        ? Remembered(parameter)
        : throw new ArgumentException($"{Name}: {parameter.Describe()} is none of its parameters");

    /// <summary>
    /// A copy of all that a training needs to go on to the same bits, but for the parameters and for what the optimiser
    /// was made with, such as <c>maximize</c>: of each parameter, numbered through the groups, as
    /// <c>state.0.exp_avg</c>, and of each group as <c>param_groups.0.lr</c>. <see cref="SafeTensors"/> saves it.
    /// </summary>
    public IReadOnlyDictionary<string, Tensor> StateDict()
    {
        var saved = new Dictionary<string, Tensor>();
        foreach (var (i, parameter) in Parameters.Index())
        {
            foreach (var (name, tensor) in Remembered(parameter))
            {
                saved[StateKey(i, name)] = tensor.Clone();
            }
        }

        foreach (var (i, group) in groups.Index())
        {
            foreach (var (option, number) in group.Saved)
            {
                saved[GroupKey(i, option)] = Tensor.Of([number], device: Device.Cpu);
            }
        }

        return saved;
    }

    /// <summary>Goes on from what <see cref="StateDict"/> gave; changes all or nothing.</summary>
    /// <param name="saved">The tensors by their names; they are copied, and converted to the parameters' dtype.</param>
    /// <exception cref="ArgumentException">
    /// A name lacks or is unknown, a tensor has another shape, or an option cannot be what is saved: the optimiser was
    /// not made as the saved one was.
    /// </exception>
    public void LoadStateDict(IReadOnlyDictionary<string, Tensor> saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        var state = new SavedState(Name, saved);
        var options = groups.Select((group, i) =>
            group.Saved.Keys.ToDictionary(option => option, option => state.TakeNumber(GroupKey(i, option)))).ToArray();
        foreach (var (group, numbers) in groups.Zip(options))
        {
            group.Check(numbers);
        }

        var load = Read(state);
        state.RequireEmpty();
        load();
        foreach (var (group, numbers) in groups.Zip(options))
        {
            group.Load(numbers);
        }
    }

    /// <summary>What a state dictionary calls what is remembered of a parameter.</summary>
    private protected static string StateKey(int parameter, string name) => $"state.{parameter}.{name}";

    /// <summary>What is remembered of a parameter, by name.</summary>
    private protected abstract IReadOnlyDictionary<string, Tensor> Remembered(Tensor parameter);

    /// <summary>Takes what is remembered of all parameters, and gives what then has it remembered.</summary>
    private protected abstract Action Read(SavedState saved);

    private static string GroupKey(int group, string option) => $"param_groups.{group}.{option}";
}
