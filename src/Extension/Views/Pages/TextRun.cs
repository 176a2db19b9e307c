using NotebookGrad.Scenes;

namespace NotebookGrad.Views;

/// <summary>A piece of a line of text with what it means.</summary>
/// <param name="Role">What it means.</param>
/// <param name="Text">The text.</param>
/// <param name="IsBold">Whether it stands out.</param>
internal readonly record struct TextRun(Role Role, string Text, bool IsBold = false);
