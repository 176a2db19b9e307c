namespace NotebookGrad.Scenes;

/// <summary>Marks that belong together; the role colours what is inside.</summary>
/// <param name="Role">What they are together.</param>
/// <param name="Tooltip">What is told of them where a pointer rests, or null.</param>
/// <param name="Marks">The marks, lowest first.</param>
internal sealed record GroupMark(Role Role, string? Tooltip, IReadOnlyList<Mark> Marks) : Mark(Role);
