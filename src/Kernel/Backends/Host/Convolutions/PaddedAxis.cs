namespace NotebookGrad.Backends.Host;

/// <summary>An axis with zeros, or fewer elements, at its ends.</summary>
/// <param name="Elements">The number of elements there are.</param>
/// <param name="Before">The position of the first of them; negative where that many are left out.</param>
/// <param name="Positions">The number of positions.</param>
/// <param name="Step">
/// Every how many positions one is read. Positions lie ordered by their remainder, so that those which are read
/// together are neighbours.
/// </param>
internal readonly record struct PaddedAxis(int Elements, int Before, int Positions, int Step)
{
    /// <summary>The room that the axis takes.</summary>
    public int Length => Step * Part;

    private int Part => (Positions + Step - 1) / Step;

    /// <summary>Where a position lies.</summary>
    public int this[int position] => (position % Step * Part) + (position / Step);
}
