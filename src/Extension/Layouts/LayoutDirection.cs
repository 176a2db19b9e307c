namespace NotebookGrad.Layouts;

/// <summary>Where the arrows of a drawing lead.</summary>
internal enum LayoutDirection
{
    /// <summary>From left to right, as a formula is read.</summary>
    Right,

    /// <summary>From top to bottom, as a page is scrolled.</summary>
    Down,
}
