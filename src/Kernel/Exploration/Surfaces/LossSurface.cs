using NotebookGrad.Inspection;

namespace NotebookGrad.Exploration;

/// <summary>A loss in a plane through the weights as they are, which lie at (0, 0).</summary>
/// <param name="X">How far along the first direction, in order.</param>
/// <param name="Y">How far along the second direction, in order.</param>
/// <param name="Losses">
/// For each of <paramref name="Y"/> the losses along <paramref name="X"/>; may be NaN or ∞.
/// </param>
/// <param name="Path">Where weights were before, seen in the plane; may be empty.</param>
/// <param name="Directions">What the directions are, in words.</param>
public sealed record LossSurface(
    IReadOnlyList<double> X,
    IReadOnlyList<double> Y,
    IReadOnlyList<IReadOnlyList<double>> Losses,
    IReadOnlyList<SurfacePoint> Path,
    string Directions) : IInspectable
{
    // Beyond this factor, even steps would show the heights alone.
    private const double Steep = 30;

    /// <summary>The loss of the weights as they are; NaN if they are none of the places.</summary>
    public double Here
    {
        get
        {
            var (column, row) = (X.ToList().IndexOf(0), Y.ToList().IndexOf(0));
            return column >= 0 && row >= 0 ? Losses[row][column] : double.NaN;
        }
    }

    /// <summary>The least finite loss; NaN where none is finite.</summary>
    public double Least => Finite.DefaultIfEmpty(double.NaN).Min();

    /// <summary>The greatest finite loss; NaN where none is finite.</summary>
    public double Greatest => Finite.DefaultIfEmpty(double.NaN).Max();

    /// <summary>
    /// Whether equal factors, rather than equal differences, are one level apart: where all finite losses are above 0
    /// and the greatest is over 30 times the least.
    /// </summary>
    public bool LogScale => Least > 0 && Greatest > Steep * Least;

    private IEnumerable<double> Finite => Losses.SelectMany(row => row).Where(double.IsFinite);

    /// <inheritdoc/>
    public override string ToString() => $"loss from {Least:G4} to {Greatest:G4}, {Here:G4} here";
}
