namespace NotebookGrad.Layouts;

/// <summary>The piece of an edge between two neighbouring columns.</summary>
internal sealed record ColumnLink(ColumnItem From, ColumnItem To, int Edge, double Weight)
{
    /// <summary>The item at the other end.</summary>
    public ColumnItem Other(ColumnItem item) => ReferenceEquals(item, From) ? To : From;
}
