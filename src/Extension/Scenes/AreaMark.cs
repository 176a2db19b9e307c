using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>The ground below a line, which hides what lies behind it, with the line itself.</summary>
/// <param name="Role">What the line means.</param>
/// <param name="Points">The points of the line, from its left end to its right one on the same level.</param>
internal sealed record AreaMark(Role Role, IReadOnlyList<Point> Points) : Mark(Role);
