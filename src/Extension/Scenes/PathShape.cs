namespace NotebookGrad.Scenes;

/// <summary>How a path joins its points.</summary>
internal enum PathShape
{
    /// <summary>By straight lines.</summary>
    Straight,

    /// <summary>By curves that run level at every point.</summary>
    Smooth,
}
