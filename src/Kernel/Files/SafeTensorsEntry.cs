namespace NotebookGrad.Files;

/// <summary>What the header of a safetensors file says about one tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Format">How an element lies.</param>
/// <param name="Shape">The lengths of the axes.</param>
/// <param name="Begin">Where its bytes begin, after the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafeTensorsEntry(string Name, ElementFormat Format, Shape Shape, long Begin, long End);
