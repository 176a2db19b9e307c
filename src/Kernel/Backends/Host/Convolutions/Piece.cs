namespace NotebookGrad.Backends.Host;

/// <summary>Columns of a scattered matrix that lie side by side, and evenly in the product.</summary>
/// <param name="Source">Elements from a row's start to the first of them.</param>
/// <param name="Target">The same in the product.</param>
/// <param name="Step">Elements from one to the next in the product.</param>
/// <param name="Column">The first of them in its tile.</param>
/// <param name="Count">How many there are; at most what a register holds.</param>
internal readonly record struct Piece(int Source, int Target, int Step, int Column, int Count);
