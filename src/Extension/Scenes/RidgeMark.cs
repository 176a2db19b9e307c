using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>A line with the ground below it, which hides what lies behind.</summary>
/// <param name="Role">What the line means.</param>
/// <param name="Points">The points of the line, from its left end to its right one on the same level.</param>
internal sealed record RidgeMark(Role Role, IReadOnlyList<Point> Points) : Mark(Role);
