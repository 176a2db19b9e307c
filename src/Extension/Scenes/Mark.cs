namespace NotebookGrad.Scenes;

/// <summary>One thing drawn.</summary>
/// <param name="Role">What it means.</param>
internal abstract record Mark(Role Role);
