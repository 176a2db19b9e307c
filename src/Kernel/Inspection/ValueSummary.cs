namespace NotebookGrad.Inspection;

/// <summary>
/// What a picture tells of the numbers in a tensor: statistics over its finite elements, and its first ones.
/// </summary>
/// <param name="Count">Number of elements.</param>
/// <param name="Mean">Mean of the finite elements; NaN where there are none.</param>
/// <param name="Deviation">Population standard deviation of the finite elements; NaN where there are none.</param>
/// <param name="Minimum">Smallest finite element; NaN where there are none.</param>
/// <param name="Maximum">Largest finite element; NaN where there are none.</param>
/// <param name="Norm">Euclidean norm of the finite elements.</param>
/// <param name="Zeros">Number of elements that are exactly zero.</param>
/// <param name="NaNs">Number of elements that are NaN.</param>
/// <param name="Infinities">Number of elements that are ±∞.</param>
/// <param name="First">The first elements in row-major order, at most <see cref="FirstCount"/>.</param>
public sealed record ValueSummary(
    long Count,
    double Mean,
    double Deviation,
    double Minimum,
    double Maximum,
    double Norm,
    long Zeros,
    long NaNs,
    long Infinities,
    IReadOnlyList<double> First)
{
    /// <summary>How many elements <see cref="First"/> holds at most.</summary>
    public const int FirstCount = 8;

    /// <summary>How many places <see cref="NotFinitePlaces"/> holds at most.</summary>
    public const int PlaceCount = 4;

    /// <summary>
    /// The indices of the first elements that are NaN or ±∞, at most <see cref="PlaceCount"/>, such as <c>[3, 17]</c>.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> NotFinitePlaces { get; init; } = [];

    /// <summary>The number itself where there is just one, else null.</summary>
    public double? Scalar => Count == 1 ? First[0] : null;
}
