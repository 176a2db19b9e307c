namespace NotebookGrad.Scenes;

/// <summary>A level strip.</summary>
/// <param name="X">Where it begins.</param>
/// <param name="Y">Its middle.</param>
/// <param name="Length">How far it goes to the right.</param>
internal readonly record struct Strip(double X, double Y, double Length);
