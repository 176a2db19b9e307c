namespace NotebookGrad.Views;

/// <summary>What a cell of a map of gradients tells.</summary>
internal enum MapKind
{
    /// <summary>No gradient.</summary>
    None,

    /// <summary>A size above zero.</summary>
    Size,

    /// <summary>Zeros only.</summary>
    Zero,

    /// <summary>NaN or ±∞.</summary>
    NotFinite,
}
