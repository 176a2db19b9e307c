namespace NotebookGrad.Layouts;

/// <summary>A rectangle on the drawing plane.</summary>
/// <param name="X">Left side.</param>
/// <param name="Y">Upper side.</param>
/// <param name="Width">Left to right side.</param>
/// <param name="Height">Upper to lower side.</param>
internal readonly record struct LayoutArea(double X, double Y, double Width, double Height);
