namespace NotebookGrad.Charts;

/// <summary>How an axis maps what it shows to places.</summary>
internal enum AxisScale
{
    /// <summary>Equal lengths are equal differences.</summary>
    Linear,

    /// <summary>Equal lengths are equal factors.</summary>
    Log,

    /// <summary>Names beside each other, in their order.</summary>
    Category,
}
