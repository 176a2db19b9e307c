namespace NotebookGrad.Tests.OpInfo;

/// <summary>Python's <c>...</c> in an index.</summary>
internal sealed class Ellipsis
{
    private Ellipsis()
    {
    }

    /// <summary>The only one.</summary>
    public static Ellipsis Instance { get; } = new();

    /// <inheritdoc/>
    public override string ToString() => "...";
}
