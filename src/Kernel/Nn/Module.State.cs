namespace NotebookGrad.Nn;

/// <content>What a module has learnt, to be kept and brought back.</content>
public abstract partial class Module
{
    /// <summary>
    /// Copies of all parameters and buffers by name, as PyTorch names them; what is shared is there under each name.
    /// </summary>
    public IReadOnlyDictionary<string, Tensor> StateDict()
    {
        var state = new OrderedDictionary<string, Tensor>();
        foreach (var (path, _, tensor) in ModuleTree.Tensors(this))
        {
            state.Add(path, tensor.Detach().Clone());
        }

        return state;
    }

    /// <summary>
    /// Takes parameters and buffers from a state, converted to the dtypes that they have here. All is checked first:
    /// where something does not fit, nothing changes.
    /// </summary>
    /// <param name="state">Tensors by name, from <see cref="StateDict"/>, a file, or PyTorch.</param>
    /// <param name="strict">Whether the names must be exactly those of this module; shapes must fit anyway.</param>
    /// <returns>The names that the state lacks, and those that it has too many.</returns>
    /// <exception cref="ArgumentException">Something does not fit; the message names all that does not.</exception>
    public (IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected) LoadStateDict(
        IReadOnlyDictionary<string, Tensor> state, bool strict = true)
    {
        ArgumentNullException.ThrowIfNull(state);
        var own = ModuleTree.Tensors(this).ToDictionary(entry => entry.Path, entry => entry.Tensor);
        string[] missing = [.. own.Keys.Where(name => !state.ContainsKey(name))];
        string[] unexpected = [.. state.Keys.Where(name => !own.ContainsKey(name))];
        string[] unfitting =
        [
            .. own.Where(pair => state.TryGetValue(pair.Key, out var given) && given.Shape != pair.Value.Shape)
                .Select(pair => $"{pair.Key} is {state[pair.Key].Shape} and must be {pair.Value.Shape}"),
        ];
        if (unfitting.Length > 0 || (strict && missing.Length + unexpected.Length > 0))
        {
            throw new ArgumentException(
                $"load_state_dict: the state does not fit {TypeName}; nothing was changed"
                + Listed(strict ? missing : [], "missing") + Listed(strict ? unexpected : [], "unexpected")
                + Listed(unfitting, "of another shape")
                + (strict && unfitting.Length == 0 ? "; strict: false takes what fits" : string.Empty));
        }

        using (Autograd.NoGrad())
        {
            foreach (var (name, tensor) in own)
            {
                if (state.TryGetValue(name, out var given))
                {
                    tensor.Copy_(given);
                }
            }
        }

        return (missing, unexpected);
    }

    /// <summary>Writes all parameters and buffers to a safetensors file, which other libraries read.</summary>
    public void Save(string path) => SafeTensors.Save(path, StateDict());

    /// <summary>Takes parameters and buffers from a safetensors file; see <see cref="LoadStateDict"/>.</summary>
    /// <exception cref="InvalidDataException">The file is corrupt.</exception>
    /// <exception cref="ArgumentException">What it holds does not fit.</exception>
    public (IReadOnlyList<string> Missing, IReadOnlyList<string> Unexpected) Load(string path, bool strict = true) =>
        LoadStateDict(SafeTensors.Load(path), strict);

    /// <summary>Replaces the elements of every parameter and buffer; gradients go along.</summary>
    internal void Move(Func<Tensor, Tensor> moved)
    {
        using (Autograd.NoGrad())
        {
            foreach (var tensor in ModuleTree.Tensors(this).Select(entry => entry.Tensor).Distinct())
            {
                var gradient = tensor.RequiresGrad ? tensor.Grad : null;
                tensor.Become(moved(tensor.Detach()));
                if (gradient is not null)
                {
                    tensor.Grad = moved(gradient);
                }
            }
        }
    }

    private static string Listed(string[] names, string what)
    {
        const int Most = 8;
        var rest = names.Length > Most ? $" and {names.Length - Most} more" : string.Empty;
        return names.Length == 0 ? string.Empty : $"; {what}: {string.Join(", ", names.Take(Most))}{rest}";
    }
}
