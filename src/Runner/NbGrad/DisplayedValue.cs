using NotebookGrad.Runner.Kernels;
using NotebookGrad.Runner.Outputs;

namespace NbGrad;

/// <summary>A value that a cell has shown.</summary>
public sealed class DisplayedValue
{
    private static int count;
    private readonly string id = $"{Interlocked.Increment(ref count)}";
    private readonly KernelContext? context;
    private readonly IReadOnlyList<string> mimeTypes;

    internal DisplayedValue(KernelContext? context, IReadOnlyList<string> mimeTypes)
    {
        this.context = context;
        this.mimeTypes = mimeTypes;
    }

    /// <summary>Shows another value in the place of the one shown before.</summary>
    /// <param name="value">The new value.</param>
    public void Update(object? value) => Show(value, isUpdate: true);

    internal void Show(object? value, bool isUpdate) =>
        context?.Emit(new DataOutput(ValueFormatter.Format(value, mimeTypes), false, id, isUpdate));
}
