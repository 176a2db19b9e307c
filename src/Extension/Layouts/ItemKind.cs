namespace NotebookGrad.Layouts;

/// <summary>What takes room in a layer.</summary>
internal enum ItemKind
{
    /// <summary>A node.</summary>
    Node,

    /// <summary>The label of an edge.</summary>
    Label,

    /// <summary>An edge on its way past the layer, or at the border of the drawing.</summary>
    Passing,
}
