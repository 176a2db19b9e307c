namespace NotebookGrad.Scenes;

/// <summary>The shape of a cell, so that its meaning can be told without colour.</summary>
internal enum CellShape
{
    /// <summary>A filled square.</summary>
    Square,

    /// <summary>A filled disc.</summary>
    Disc,

    /// <summary>Two crossing lines.</summary>
    Cross,

    /// <summary>Two triangles that meet in a point, as ∞ does.</summary>
    Bow,
}
