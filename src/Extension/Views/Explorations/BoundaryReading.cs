using NotebookGrad.Exploration;

namespace NotebookGrad.Views;

/// <summary>What is to be drawn and told of a classifier's decisions.</summary>
internal sealed class BoundaryReading
{
    /// <summary>The probabilities from which on a colour is stronger, of a half or more.</summary>
    public static readonly IReadOnlyList<double> Confidences = [0.75, 0.95];

    private const int MostTicks = 7;
    private const int MostRingPoints = 2000;
    private const int CoarsestStride = 4;
    private const int MostClassesTold = 12;

    // A place at which two classes are equally probable belongs to one of them only.
    private const double Tie = 1e-12;

    private readonly DecisionBoundary boundary;
    private readonly int stride;
    private readonly bool showsConfidence = true;

    public BoundaryReading(DecisionBoundary boundary)
    {
        this.boundary = boundary;
        X = CurveAxis.Exact(boundary.X.FirstOrDefault(), boundary.X.LastOrDefault(), MostTicks);
        Y = CurveAxis.Exact(boundary.Y.FirstOrDefault(), boundary.Y.LastOrDefault(), MostTicks);
        Names = [.. boundary.Classes.Select((name, index) => PlainName.Of(name) ?? $"class {index}")];
        Seen = [.. boundary.Decisions.SelectMany(row => row).Select(one => one.Class)
            .Concat(boundary.Points.Select(point => point.Label)).Where(one => one >= 0).Distinct().Order()];

        // Where decisions change from place to place, some of the places tell as much as an eye sees.
        stride = 1;
        while (stride < CoarsestStride && IsTooMuch)
        {
            stride *= 2;
        }

        showsConfidence = !IsTooMuch;
    }

    /// <summary>The axis of the first number.</summary>
    public CurveAxis X { get; }

    /// <summary>The axis of the second number.</summary>
    public CurveAxis Y { get; }

    /// <summary>What the classes are called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The classes that are decided for somewhere, or that a point has.</summary>
    public IReadOnlyList<int> Seen { get; }

    /// <summary>How many places have no decision.</summary>
    public int Undecided => boundary.Decisions.Sum(row => row.Count(one => one.Class < 0));

    /// <summary>How many points are classified wrongly.</summary>
    public int Wrong => boundary.Points.Count - boundary.Right;

    /// <summary>The header: <c>2 classes · 97 of 100 points right</c>.</summary>
    public string Summary => $"{NumberText.Count(boundary.Classes.Count)} classes · {NumberText.Count(boundary.Right)} of "
        + $"{NumberText.Count(boundary.Points.Count, "point")} right";

    /// <summary>What is told of each class, and of what has none.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            foreach (var one in Seen.Take(MostClassesTold))
            {
                var points = boundary.Points.Where(point => point.Label == one).ToArray();
                yield return $"{NameOf(one)}: {Share(one)} of the plane, {NumberText.Count(points.Count(point => point.IsRight))} "
                    + $"of {NumberText.Count(points.Length, "point")} right";
            }

            if (Seen.Count > MostClassesTold)
            {
                yield return $"{NumberText.Count(Seen.Count - MostClassesTold)} more classes";
            }

            if (Undecided > 0)
            {
                yield return $"no decision, because a probability is NaN: {NumberText.Count(Undecided, "place")}";
            }
        }
    }

    /// <summary>What a class is called.</summary>
    public string NameOf(int one) => one < Names.Count ? Names[one] : $"class {one}";

    /// <summary>The rings around where a class is decided for, in shares of the axes.</summary>
    public IReadOnlyList<IReadOnlyList<ContourPoint>> Region(int one) => Rings(
        decision => decision.Class == one
            ? decision.Probability - decision.RunnerUp
            : Math.Min(-Tie, decision.RunnerUp - decision.Probability),
        0);

    /// <summary>The region of a class, and those where it has at least each of <see cref="Confidences"/>.</summary>
    public IEnumerable<IReadOnlyList<IReadOnlyList<ContourPoint>>> Layers(int one) => Confidences
        .Where(_ => showsConfidence)
        .Select(least => Rings(
            decision => decision.Class == one ? decision.Probability : decision.RunnerUp, least))
        .Prepend(Region(one));

    /// <summary>Points on the picture, of too many about so many.</summary>
    public IEnumerable<ClassifiedPoint> Points(Func<ClassifiedPoint, bool> which, int most)
    {
        var chosen = boundary.Points
            .Where(point => which(point) && X.Holds(point.X) && Y.Holds(point.Y)).ToArray();

        // By the golden ratio, which falls in step with no order of the classes.
        return chosen.Where((_, index) => index * 0.618033988749895 % 1 * chosen.Length < most);
    }

    /// <summary>The decision at shares of the axes.</summary>
    public Decision At(double x, double y) => boundary.Decisions
        [(int)Math.Round(y * (boundary.Y.Count - 1))][(int)Math.Round(x * (boundary.X.Count - 1))];

    private bool IsTooMuch =>
        Seen.Sum(one => Layers(one).Sum(layer => layer.Sum(ring => ring.Count))) > MostRingPoints;

    private string Share(int one)
    {
        var places = boundary.Decisions.Sum(row => row.Count);
        return $"{100.0 * boundary.Decisions.Sum(row => row.Count(at => at.Class == one)) / Math.Max(1, places):0}%";
    }

    private IReadOnlyList<IReadOnlyList<ContourPoint>> Rings(Func<Decision, double> number, double level) =>
        Contours.Shares(
            (column, row) => number(boundary.Decisions[row][column]), boundary.X.Count, boundary.Y.Count, stride, level);
}
