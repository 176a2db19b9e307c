namespace NotebookGrad.Tests.OpInfo;

/// <summary>Python's <c>start:stop:step</c>, any part of which may be missing.</summary>
internal sealed record Slice(int?[] Parts)
{
    /// <inheritdoc/>
    public override string ToString() => string.Join(":", Parts);
}
