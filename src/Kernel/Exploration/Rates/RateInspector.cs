using NotebookGrad.Nn;

namespace NotebookGrad.Exploration;

/// <summary>Tries learning rates out.</summary>
internal static class RateInspector
{
    private const string Name = "learning_rate_range";
    private const double Memory = 0.9;
    private const double Patience = 3;

    /// <summary>Steps with ever greater rates, then takes everything back.</summary>
    public static LearningRateRange Inspect(
        Optimizer optimizer, Func<Tensor> step, double from, double to, int steps, Module? model)
    {
        if (!(from > 0 && from < to && double.IsFinite(to) && steps >= 2))
        {
            throw new ArgumentException(
                $"{Name}: {steps} steps from {from} to {to}; give two steps or more, from a rate above 0 to a greater one");
        }

        using var before = new TrainingState(optimizer, model);
        var (rates, losses, smoothed) = (new List<double>(), new List<double>(), new List<double>());
        var (average, best) = (0.0, double.PositiveInfinity);
        for (var i = 0; i < steps; i++)
        {
            var rate = from * Math.Pow(to / from, i / (steps - 1.0));
            losses.Add(Loss(optimizer, step, rate));
            rates.Add(rate);

            // Averages begin with 0, which is divided out again (Kingma and Ba, 2014).
            average = (Memory * average) + ((1 - Memory) * losses[i]);
            smoothed.Add(average / (1 - Math.Pow(Memory, i + 1)));
            best = Math.Min(best, smoothed[i]);
            if (!(smoothed[i] <= best + (Patience * Math.Max(Math.Abs(best), losses[0] - best))))
            {
                return new LearningRateRange(rates, losses, smoothed, Diverged: true);
            }
        }

        return new LearningRateRange(rates, losses, smoothed, Diverged: false);
    }

    private static double Loss(Optimizer optimizer, Func<Tensor> step, double rate)
    {
        optimizer.LearningRate = rate;
        var loss = step();
        if (loss is not { Count: 1 })
        {
            throw new ArgumentException(
                $"{Name}: the step gave {(loss is null ? "nothing" : loss.Describe())}, not a loss of one number; end it "
                + "with return loss;");
        }

        return optimizer.LearningRate == rate
            ? loss.Detach().To(DType.Float64).Item<double>()
            : throw new InvalidOperationException(
                $"{Name}: the step changed the learning rate from {rate} to {optimizer.LearningRate}; leave schedules "
                + "out of it");
    }
}
