using System.Numerics.Tensors;
using NotebookGrad.Backends.Host;

namespace NotebookGrad.Inspection;

/// <summary>
/// A tensor's elements in row-major order, to be read in pieces that stay in the cache; without a copy of all where
/// they lie in a row on the processor.
/// </summary>
internal readonly ref struct ElementPieces
{
    /// <summary>The most elements of a piece.</summary>
    public const int Length = 1024;

    /// <summary>The elements of a tensor.</summary>
    public ElementPieces(Tensor tensor)
    {
        var (start, count) = (checked((int)tensor.Layout.Offset), checked((int)tensor.Count));
        switch (tensor.Storage)
        {
            case HostStorage<float> block when IsInPlace(tensor):
                Singles = block.Elements.Slice(start, count);
                break;
            case HostStorage<double> block when IsInPlace(tensor):
                Doubles = block.Elements.Slice(start, count);
                break;
            default:
                Doubles = ValueInspector.Read(tensor);
                break;
        }
    }

    /// <summary>Some numbers.</summary>
    public ElementPieces(ReadOnlySpan<double> values) => Doubles = values;

    /// <summary>All elements, where they lie in a row in single precision; else none.</summary>
    public ReadOnlySpan<float> Singles { get; }

    /// <summary>All elements, where <see cref="Singles"/> has none.</summary>
    public ReadOnlySpan<double> Doubles { get; }

    /// <summary>How many elements there are.</summary>
    public int Count => Singles.Length + Doubles.Length;

    /// <summary>How much room a piece needs.</summary>
    public int Room => Math.Min(Singles.Length, Length);

    /// <summary>One element.</summary>
    public double this[int number] => Doubles.Length > 0 ? Doubles[number] : Singles[number];

    private static bool IsInPlace(Tensor tensor) => tensor.Device == Device.Cpu && tensor.Layout.IsContiguous;

    /// <summary>The piece that begins at a place.</summary>
    /// <param name="start">The number of its first element.</param>
    /// <param name="scratch">Room for a piece, which may lie there.</param>
    public ReadOnlySpan<double> At(int start, Span<double> scratch)
    {
        var length = Math.Min(Count - start, Length);
        if (Doubles.Length > 0)
        {
            return Doubles.Slice(start, length);
        }

        TensorPrimitives.ConvertTruncating(Singles.Slice(start, length), scratch);
        return scratch[..length];
    }
}
