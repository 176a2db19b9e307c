namespace NotebookGrad.Views;

/// <summary>Which leaves share a box.</summary>
internal enum Bundling
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those of a kind that lead to the same boxes.</summary>
    ByUse,

    /// <summary>All of a kind.</summary>
    ByKind,
}
