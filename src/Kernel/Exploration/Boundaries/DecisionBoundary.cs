using NotebookGrad.Inspection;

namespace NotebookGrad.Exploration;

/// <summary>What a classifier of two numbers says of every place in a rectangle, and of some points there.</summary>
/// <param name="X">The first numbers of the places, in order.</param>
/// <param name="Y">The second numbers of the places, in order.</param>
/// <param name="Decisions">For each of <paramref name="Y"/> the decisions along <paramref name="X"/>.</param>
/// <param name="Points">The points.</param>
/// <param name="Classes">The names of the classes.</param>
public sealed record DecisionBoundary(
    IReadOnlyList<double> X,
    IReadOnlyList<double> Y,
    IReadOnlyList<IReadOnlyList<Decision>> Decisions,
    IReadOnlyList<ClassifiedPoint> Points,
    IReadOnlyList<string> Classes) : IInspectable
{
    /// <summary>How many points are classified as they are labelled.</summary>
    public int Right => Points.Count(point => point.IsRight);

    /// <inheritdoc/>
    public override string ToString() => $"{Classes.Count} classes, {Right} of {Points.Count} points right";
}
