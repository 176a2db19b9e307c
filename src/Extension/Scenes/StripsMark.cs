namespace NotebookGrad.Scenes;

/// <summary>Level strips of one breadth and colour, written as one shape so that a large map stays small.</summary>
/// <param name="Role">What they mean.</param>
/// <param name="Strips">Where each begins, at half its breadth, and how far it goes to the right; row by row.</param>
/// <param name="Breadth">Upper to lower side of each.</param>
/// <param name="Strength">How much of their colour shows, from 0 to 1.</param>
internal sealed record StripsMark(
    Role Role, IReadOnlyList<Strip> Strips, double Breadth, double Strength = 1) : Mark(Role);
