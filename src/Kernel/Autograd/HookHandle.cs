namespace NotebookGrad;

/// <summary>Removes a hook when it is disposed of.</summary>
internal sealed class HookHandle(Action remove) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => remove();
}
