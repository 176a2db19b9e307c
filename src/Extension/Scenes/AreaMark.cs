using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>An area inside closed lines; what is inside of two of them is outside again.</summary>
/// <param name="Role">What it means.</param>
/// <param name="Rings">The points of each line, the first not repeated at its end.</param>
/// <param name="Strength">How much of its colour shows, from 0 to 1.</param>
internal sealed record AreaMark(Role Role, IReadOnlyList<IReadOnlyList<Point>> Rings, double Strength) : Mark(Role);
