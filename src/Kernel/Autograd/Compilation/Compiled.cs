namespace NotebookGrad;

/// <summary>What <c>Autograd.Compile</c> makes of a function.</summary>
/// <typeparam name="TFunction">The function's type.</typeparam>
public sealed class Compiled<TFunction>
    where TFunction : Delegate
{
    private readonly CompiledFunction core;

    internal Compiled(CompiledFunction core, TFunction call) => (this.core, Call) = (core, call);

    /// <summary>The function, compiled: <c>step.Call(x)</c>.</summary>
    public TFunction Call { get; }

    /// <summary>What has become of all calls so far: what was replayed and fused, and what was not and why.</summary>
    public CompilationReport Report => core.Report();

    /// <inheritdoc/>
    public override string ToString() => Report.ToString();
}
