using NotebookGrad.Inspection;

namespace NotebookGrad.Exploration;

/// <summary>What a training's loss does while the learning rate grows, step by step.</summary>
/// <param name="Rates">The rate of each step, each by the same factor greater than the one before.</param>
/// <param name="Losses">The loss of each step; the last may be NaN or ∞.</param>
/// <param name="Smoothed">The exponential average of the losses until each step.</param>
/// <param name="Diverged">Whether the last step was far worse than the best, so that no other followed.</param>
public sealed record LearningRateRange(
    IReadOnlyList<double> Rates, IReadOnlyList<double> Losses, IReadOnlyList<double> Smoothed, bool Diverged) : IInspectable
{
    // First averages are of few losses: where they fall, chance has its part.
    private const double Settling = 0.1;
    private const double Window = 0.04;

    /// <summary>The rate at which the smoothed loss is least; null where no loss is finite.</summary>
    public double? BestRate => Best is { } best ? Rates[best] : null;

    /// <summary>The least smoothed loss; NaN where none is finite.</summary>
    public double BestLoss => Best is { } best ? Smoothed[best] : double.NaN;

    /// <summary>
    /// The rate at which the smoothed loss falls fastest over the logarithm of the rate, before it is least: a rate to
    /// begin with. Null where it does not fall.
    /// </summary>
    public double? SuggestedRate
    {
        get
        {
            var window = Math.Max(1, (int)(Window * Rates.Count));
            var (steepest, found) = (0.0, (double?)null);
            for (var i = Math.Max(window, (int)(Settling * Rates.Count)); i <= Best && i + window < Rates.Count; i++)
            {
                var fall = Smoothed[i - window] - Smoothed[i + window];
                (steepest, found) = fall > steepest ? (fall, Rates[i]) : (steepest, found);
            }

            return found;
        }
    }

    private int? Best
    {
        get
        {
            var best = -1;
            for (var i = 0; i < Smoothed.Count; i++)
            {
                best = double.IsFinite(Smoothed[i]) && (best < 0 || Smoothed[i] < Smoothed[best]) ? i : best;
            }

            return best < 0 ? null : best;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => SuggestedRate is { } rate
        ? $"learning rate {rate:G3}, where the loss falls fastest; least loss at {BestRate:G3}"
        : "the loss falls at none of the learning rates";
}
