using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>Bars of one width that stand on one line, written as one shape so that a histogram stays small.</summary>
/// <param name="Role">What they mean.</param>
/// <param name="Tops">The middle of the upper side of each.</param>
/// <param name="Floor">Where they stand.</param>
/// <param name="Width">Width of each.</param>
internal sealed record BarsMark(Role Role, IReadOnlyList<Point> Tops, double Floor, double Width) : Mark(Role);
