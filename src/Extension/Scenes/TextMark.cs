namespace NotebookGrad.Scenes;

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
