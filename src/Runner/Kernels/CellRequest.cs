namespace NotebookGrad.Runner.Kernels;

/// <summary>A cell to be run.</summary>
/// <param name="Number">How many cells have been run, this one included; its name is made of it.</param>
/// <param name="Language">The language in which it begins.</param>
/// <param name="Source">Its text.</param>
internal sealed record CellRequest(int Number, string Language, string Source)
{
    /// <summary>The name of the cell in error messages and stack traces.</summary>
    public string Name => $"cell {Number}";
}
