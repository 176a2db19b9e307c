using MathNet.Numerics;
using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>How the loss has gone over the steps that were looked at.</summary>
internal sealed class LossCourse
{
    private const int Least = 5;
    private const double Little = 0.01;

    private readonly List<(double Step, double Loss)> points;

    public LossCourse(IReadOnlyList<FlowMoment> moments)
    {
        points =
        [
            .. from moment in moments
               where double.IsFinite(moment.Loss)
               select ((moment.FirstStep + moment.LastStep) / 2.0, moment.Loss),
        ];
        double[] losses = [.. points.Select(point => point.Loss)];
        First = losses.Length == 0 ? double.NaN : losses[0];
        Last = losses.TakeLast(Math.Clamp(losses.Length / 4, 1, 5)).Median();
        Lowest = losses.Skip(losses.Length / 2).Quantile(0.1);
        Highest = losses.DefaultIfEmpty(double.NaN).Max();

        // Between neighbours, so that the fall itself counts little; 1.05 = 1.48 / √2 makes of the median difference a
        // standard deviation.
        Noise = 1.05 * losses.Zip(losses.Skip(1), (before, after) => Math.Abs(after - before))
            .Skip(losses.Length / 2).Median();
        Noise = double.IsNaN(Noise) ? 0 : Noise;
        Count = losses.Length;
    }

    /// <summary>How many moments have a loss that is a finite number.</summary>
    public int Count { get; }

    /// <summary>The first loss.</summary>
    public double First { get; }

    /// <summary>The loss at the end: the median of the last few.</summary>
    public double Last { get; }

    /// <summary>What nearly all losses of the second half are above.</summary>
    public double Lowest { get; }

    /// <summary>The largest loss.</summary>
    public double Highest { get; }

    /// <summary>The standard deviation between neighbours in the second half.</summary>
    public double Noise { get; }

    /// <summary>By which part of the first loss it has fallen: 0 is not at all, 1 is to nothing.</summary>
    public double Fall => (First - Last) / Math.Max(Math.Abs(First), double.Epsilon);

    /// <summary>Whether it has been, twice at least, so many times what it was at first and what is usual.</summary>
    public bool Spikes(double times)
    {
        var losses = points.ConvertAll(point => point.Loss);
        return losses.Count(loss => loss >= times * Math.Max(First, losses.Median())) >= 2;
    }

    /// <summary>Whether it has fallen by half at least.</summary>
    public bool HasLearned => Fall >= 0.5;

    /// <summary>
    /// Whether it has not fallen in the second half of the steps beyond what its noise explains or a hundredth of the
    /// first loss; false also where too few moments tell.
    /// </summary>
    public bool IsFlat
    {
        get
        {
            var second = points.FindAll(point => point.Step >= points[^1].Step / 2);
            if (second.Count < Least)
            {
                return false;
            }

            var (steps, values) = (second.ConvertAll(point => point.Step), second.ConvertAll(point => point.Loss));
            var (intercept, slope) = Fit.Line([.. steps], [.. values]);
            var squares = second.Sum(point => Square(point.Loss - intercept - (slope * point.Step)));
            var error = Math.Sqrt(squares / (second.Count - 2) / steps.Sum(step => Square(step - steps.Average())));
            var length = steps[^1] - steps[0];
            return -slope * length <= Math.Max(2 * error * length, Little * Math.Abs(First));
        }
    }

    private static double Square(double value) => value * value;
}
