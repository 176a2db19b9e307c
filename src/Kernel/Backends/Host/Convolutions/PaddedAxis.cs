namespace NotebookGrad.Backends.Host;

/// <summary>An axis with zeros, or fewer elements, at its ends.</summary>
/// <param name="Elements">The number of elements there are.</param>
/// <param name="Before">The position of the first of them; negative where that many are left out.</param>
/// <param name="Positions">The number of positions.</param>
internal readonly record struct PaddedAxis(int Elements, int Before, int Positions);
