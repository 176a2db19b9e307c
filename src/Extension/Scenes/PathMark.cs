using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>A line through points.</summary>
/// <param name="Role">What it means.</param>
/// <param name="Points">The points, or those of its Bézier curves.</param>
/// <param name="Width">Width of the line.</param>
/// <param name="Shape">How the points are joined.</param>
/// <param name="Arrow">Whether its end has a head.</param>
/// <param name="Dashed">Whether it is broken into dashes.</param>
internal sealed record PathMark(
    Role Role,
    IReadOnlyList<Point> Points,
    double Width = 1.4,
    PathShape Shape = PathShape.Straight,
    bool Arrow = false,
    bool Dashed = false) : Mark(Role);
