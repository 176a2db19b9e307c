namespace NotebookGrad.Layouts;

/// <summary>A place on the drawing plane; x grows to the right, y downwards.</summary>
internal readonly record struct Point(double X, double Y);
