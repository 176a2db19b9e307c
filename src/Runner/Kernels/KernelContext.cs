using Microsoft.CodeAnalysis.Scripting;
using NotebookGrad.Runner.Outputs;

namespace NotebookGrad.Runner.Kernels;

/// <summary>The way from code in a cell, on whatever thread it runs, to the kernel that runs the cell.</summary>
internal sealed class KernelContext
{
    private static readonly AsyncLocal<KernelContext?> Flowing = new();
    private static KernelContext? ofProcess;

    private readonly Lock emitting = new();
    private Action<CellOutput>? emit;

    /// <summary>The context of the code that asks; null outside cells.</summary>
    public static KernelContext? Current => Flowing.Value ?? ofProcess;

    /// <summary>The state after the last submission.</summary>
    public ScriptState<object?>? State { get; set; }

    /// <summary>Is cancelled when the cell that runs has to stop.</summary>
    public CancellationToken Interruption { get; private set; }

    /// <summary>The notebook's variables, the latest declaration of each name.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Variables => (State?.Variables ?? [])
        .Reverse()
        .DistinctBy(variable => variable.Name)
        .Reverse()
        .Select(variable => KeyValuePair.Create<string, object?>(variable.Name, variable.Value));

    /// <summary>Makes this the context of code, too, that runs where nothing flows: timers, native callbacks.</summary>
    public void ServeProcess() => ofProcess = this;

    /// <summary>Makes this the context of the calling method and of all that it starts.</summary>
    public void Enter(Action<CellOutput> receiver, CancellationToken interruption)
    {
        Flowing.Value = this;
        Interruption = interruption;
        lock (emitting)
        {
            emit = receiver;
        }
    }

    /// <summary>Adds an output to the cell that is running; outputs come one at a time.</summary>
    public void Emit(CellOutput output)
    {
        lock (emitting)
        {
            emit?.Invoke(output);
        }
    }
}
