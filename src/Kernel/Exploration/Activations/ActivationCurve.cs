namespace NotebookGrad.Exploration;

/// <summary>A function of single numbers with its derivative.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Inputs">Inputs x at even distances, in order.</param>
/// <param name="Values">f(x) at each.</param>
/// <param name="Derivatives">f′(x) at each, by the engine.</param>
public sealed record ActivationCurve(
    string Name, IReadOnlyList<double> Inputs, IReadOnlyList<double> Values, IReadOnlyList<double> Derivatives)
{
    /// <summary>Where |f′| is below this share of its maximum, the function counts as saturated.</summary>
    public const double SaturatedBelow = 0.05;

    /// <summary>The greatest |f′| where it and f are finite; NaN where they never are.</summary>
    public double Steepest =>
        Enumerable.Range(0, Inputs.Count).Select(Slope).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max();

    /// <summary>The input at which |f′| is greatest; null where it is at several, or nowhere.</summary>
    public double? SteepestAt
    {
        get
        {
            // What differs in its last digits only has the same height to the eye.
            var least = Steepest * (1 - 1e-9);
            int[] found = [.. Enumerable.Range(0, Inputs.Count).Where(i => Slope(i) >= least && double.IsFinite(Slope(i)))];
            return found.Length == 1 ? Inputs[found[0]] : null;
        }
    }

    /// <summary>Where |f′| is below <see cref="SaturatedBelow"/> of its maximum, from input to input.</summary>
    public IReadOnlyList<InputRange> Saturated
    {
        get
        {
            var ranges = new List<InputRange>();
            var (most, wasFlat) = (Steepest, false);
            for (var i = 0; i < Inputs.Count; i++)
            {
                var isFlat = most == 0 || Slope(i) < SaturatedBelow * most;
                if (isFlat && wasFlat)
                {
                    ranges[^1] = ranges[^1] with { To = Inputs[i] };
                }
                else if (isFlat)
                {
                    ranges.Add(new InputRange(Inputs[i], Inputs[i]));
                }

                wasFlat = isFlat;
            }

            return ranges;
        }
    }

    /// <summary>
    /// What the derivatives of so many layers leave of a gradient at most: their product in the chain rule.
    /// </summary>
    public double Product(int layers) => Math.Pow(Steepest, layers);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: |f′| is at most {Steepest:G4}";

    private double Slope(int i) => double.IsFinite(Values[i]) ? Math.Abs(Derivatives[i]) : double.NaN;
}
