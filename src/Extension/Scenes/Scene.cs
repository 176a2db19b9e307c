namespace NotebookGrad.Scenes;

/// <summary>A picture: marks on a plane from (0, 0) to (Width, Height).</summary>
/// <param name="Width">Extent to the right.</param>
/// <param name="Height">Extent downwards.</param>
/// <param name="Title">What the picture shows, for those who do not see it.</param>
/// <param name="Marks">The marks, lowest first.</param>
internal sealed record Scene(double Width, double Height, string Title, IReadOnlyList<Mark> Marks);
