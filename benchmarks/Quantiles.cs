namespace NotebookGrad.Benchmarks;

/// <summary>The middle of many measurements and the range that half of them fall into.</summary>
internal sealed record Quantiles(double Lower, double Median, double Upper)
{
    /// <summary>Quartiles of numbers in any order, of which there is at least one.</summary>
    public static Quantiles Of(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return new(At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            var position = share * (sorted.Length - 1);
            var below = (int)position;
            var above = Math.Min(below + 1, sorted.Length - 1);
            return sorted[below] + ((position - below) * (sorted[above] - sorted[below]));
        }
    }
}
