namespace NotebookGrad.Exploration;

/// <summary>A place in a plane of weights.</summary>
/// <param name="X">How far along the first direction.</param>
/// <param name="Y">How far along the second direction.</param>
public readonly record struct SurfacePoint(double X, double Y);
