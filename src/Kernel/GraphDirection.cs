namespace NotebookGrad;

/// <summary>Where the arrows of a drawn graph lead.</summary>
public enum GraphDirection
{
    /// <summary>To the right while that fits a page, else down.</summary>
    Automatic,

    /// <summary>From left to right, as on a slide.</summary>
    Right,

    /// <summary>From top to bottom, as a page is scrolled.</summary>
    Down,
}
