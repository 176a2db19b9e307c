namespace NotebookGrad;

/// <summary>A tensor that a node keeps for its derivative, and the version that it had then.</summary>
internal readonly struct SavedTensor(Tensor tensor)
{
    private readonly int version = tensor.Storage.Version;

    /// <summary>The tensor as it is, or null where nothing is kept.</summary>
    public Tensor? Tensor => tensor;

    /// <summary>The tensor, if it is still as it was.</summary>
    /// <exception cref="InvalidOperationException">It was changed in place since.</exception>
    public Tensor Unpack(Node keeper)
    {
        if (tensor.Storage.Version == version)
        {
            return tensor;
        }

        throw new InvalidOperationException(
            $"backward of {keeper}: it needs {tensor.Describe()}, which was changed in place"
            + $"{SourceLine.Phrase(tensor.Storage.ChangedAt)} after {keeper.OperationName} had used it "
            + $"(version {tensor.Storage.Version}, expected {version}). Change a copy, x.Clone(), or use the form "
            + "without underscore. No gradient was changed.");
    }
}
