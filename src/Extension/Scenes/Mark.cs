using NotebookGrad.Layouts;

namespace NotebookGrad.Scenes;

/// <summary>One thing drawn.</summary>
/// <param name="Role">What it means.</param>
internal abstract record Mark(Role Role);

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

/// <summary>A line of text.</summary>
/// <param name="Role">What it means.</param>
/// <param name="X">Where it starts, is centred or ends, as <paramref name="Align"/> says.</param>
/// <param name="Y">Its base line.</param>
/// <param name="Text">The text.</param>
/// <param name="Size">Size of the letters.</param>
/// <param name="Face">Kind of the letters.</param>
/// <param name="Align">What lies at <paramref name="X"/>.</param>
internal sealed record TextMark(
    Role Role,
    double X,
    double Y,
    string Text,
    double Size,
    Face Face = Face.Sans,
    TextAlign Align = TextAlign.Start) : Mark(Role);

/// <summary>A line through points.</summary>
/// <param name="Role">What it means.</param>
/// <param name="Points">The points; a smooth path runs level through each.</param>
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

/// <summary>Marks that belong together; the role colours what is inside.</summary>
/// <param name="Role">What they are together.</param>
/// <param name="Tooltip">What is told of them where a pointer rests, or null.</param>
/// <param name="Marks">The marks, lowest first.</param>
internal sealed record GroupMark(Role Role, string? Tooltip, IReadOnlyList<Mark> Marks) : Mark(Role);
