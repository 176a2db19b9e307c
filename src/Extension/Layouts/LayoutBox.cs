namespace NotebookGrad.Layouts;

/// <summary>
/// The room that a node or a label takes. Edges meet it at its anchor, <paramref name="Above"/> below its upper side.
/// </summary>
/// <param name="Width">Extent to the right.</param>
/// <param name="Above">Extent upwards from the anchor.</param>
/// <param name="Below">Extent downwards from the anchor.</param>
internal readonly record struct LayoutBox(double Width, double Above, double Below)
{
    /// <summary>Upper to lower side.</summary>
    public double Height => Above + Below;

    /// <summary>A box whose anchor is half way down.</summary>
    public static LayoutBox Centred(double width, double height) => new(width, height / 2, height / 2);
}
