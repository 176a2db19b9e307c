namespace NotebookGrad.Runner.Documents;

/// <summary>The kinds of cell that a notebook file knows.</summary>
internal enum CellKind
{
    /// <summary>Source of some language, with outputs.</summary>
    Code,

    /// <summary>Markdown text.</summary>
    Markdown,

    /// <summary>Text that no one interprets.</summary>
    Raw,
}
