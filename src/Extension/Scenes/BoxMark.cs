namespace NotebookGrad.Scenes;

/// <summary>A rectangle.</summary>
/// <param name="Role">What it means.</param>
/// <param name="X">Left side.</param>
/// <param name="Y">Upper side.</param>
/// <param name="Width">Left to right side.</param>
/// <param name="Height">Upper to lower side.</param>
/// <param name="Radius">How round its corners are.</param>
/// <param name="Strength">How much of its colour shows, from 0 to 1.</param>
internal sealed record BoxMark(
    Role Role,
    double X,
    double Y,
    double Width,
    double Height,
    double Radius = 0,
    double Strength = 1) : Mark(Role);
