namespace NotebookGrad.Backends.Host;

/// <summary>Where the elements of a row lie in a storage.</summary>
internal readonly record struct Line(int Start, int Stride)
{
    /// <summary>The place of one element.</summary>
    public int this[int element] => Start + (element * Stride);

    /// <summary>The row without its first element.</summary>
    public Line Next => this with { Start = Start + Stride };
}
