using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>A storage in a recorded program.</summary>
/// <param name="DType">Type of the elements.</param>
/// <param name="Length">Number of elements.</param>
/// <param name="Outside">The storage itself, if it was there before the program and is no input's; else null.</param>
/// <param name="Input">The number of the input whose storage it is, or −1.</param>
internal sealed record Block(DType DType, long Length, Storage? Outside, int Input)
{
    // To keep fewer elements costs nothing beside the step that makes them.
    private const int MostOfSmall = 1024;

    /// <summary>Whether it takes next to no memory.</summary>
    public bool IsSmall => Length <= MostOfSmall;

    /// <summary>Whether the program makes it.</summary>
    public bool IsFresh => Outside is null && Input < 0;

    /// <summary>Size in bytes.</summary>
    public long Bytes => Length * DType.Size;
}
