namespace NotebookGrad.Scenes;

/// <summary>How a path joins its points.</summary>
internal enum PathShape
{
    /// <summary>By straight lines.</summary>
    Straight,

    /// <summary>
    /// By cubic Bézier curves: the points are a start, then two control points and an end for each curve.
    /// </summary>
    Curved,
}
