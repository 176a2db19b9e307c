using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>Many cells of one size and colour, written as one shape so that a heat map stays small.</summary>
/// <param name="Role">What they mean.</param>
/// <param name="Places">The upper left corner of each.</param>
/// <param name="Side">Width and height of each.</param>
/// <param name="Shape">The shape of each.</param>
/// <param name="Strength">How much of their colour shows, from 0 to 1.</param>
internal sealed record CellsMark(
    Role Role,
    IReadOnlyList<Point> Places,
    double Side,
    CellShape Shape,
    double Strength) : Mark(Role);
