using System.Collections;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Nn;

/// <summary>The tensors in what goes into a module or comes out of it.</summary>
internal static class TensorParts
{
    /// <summary>A tensor, or those in a tuple, list or dictionary of whatever depth; nothing else.</summary>
    public static IEnumerable<Tensor> Of(object? value) => value switch
    {
        Tensor tensor => [tensor],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Of(tuple[i])),
        IDictionary dictionary => dictionary.Values.Cast<object?>().SelectMany(Of),
        ICollection list => list.Cast<object?>().SelectMany(Of),
        _ => [],
    };
}
