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

    /// <summary>A triangle that stands on a side.</summary>
    Triangle,

    /// <summary>A square that stands on a corner.</summary>
    Diamond,

    /// <summary>Two triangles that meet in a point, as ∞ does.</summary>
    Bow,
}
