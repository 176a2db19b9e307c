namespace NotebookGrad.Nn;

/// <summary>Has a module and all inside compute as after training, until it is disposed of.</summary>
internal sealed class Evaluation : IDisposable
{
    private readonly (Module Module, bool IsTraining)[] before;

    public Evaluation(Module module)
    {
        before = [.. module.NamedModules.Select(part => (part.Value, part.Value.IsTraining))];
        module.Eval();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (module, isTraining) in before)
        {
            module.IsTraining = isTraining;
        }
    }
}
