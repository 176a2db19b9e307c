namespace NotebookGrad.Layouts;

/// <summary>
/// Something that takes room in a column: a node, an edge's label, or an edge that passes through.
/// </summary>
internal sealed class ColumnItem(int column, LayoutBox box, int node, bool isLabel)
{
    /// <summary>Where it stands, counted from the left.</summary>
    public int Column { get; } = column;

    /// <summary>The room it takes.</summary>
    public LayoutBox Box { get; } = box;

    /// <summary>The node that it is, or −1.</summary>
    public int Node { get; } = node;

    /// <summary>Whether it is an edge's label.</summary>
    public bool IsLabel { get; } = isLabel;

    /// <summary>Place within its column, from above.</summary>
    public int Place { get; set; }

    /// <summary>Links that end here, operands first to last.</summary>
    public List<ColumnLink> Incoming { get; } = [];

    /// <summary>Links that start here.</summary>
    public List<ColumnLink> Outgoing { get; } = [];
}
