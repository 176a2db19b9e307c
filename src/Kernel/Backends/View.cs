namespace NotebookGrad.Backends;

/// <summary>What a backend works on: elements of a storage, as a layout arranges them.</summary>
/// <param name="Storage">Where the elements lie.</param>
/// <param name="Layout">Which of them, and in which order.</param>
public readonly record struct View(Storage Storage, Layout Layout)
{
    /// <summary>Type of the elements.</summary>
    public DType DType => Storage.DType;

    /// <summary>Lengths of the axes.</summary>
    public Shape Shape => Layout.Shape;
}
