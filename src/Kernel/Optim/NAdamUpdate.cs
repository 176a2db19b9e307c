using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="NAdam"/>. Options are lr, both betas, eps, weight decay and momentum decay; states the
/// product of all momenta so far, and the means of the gradients and of their squares.
/// </summary>
internal readonly record struct NAdamUpdate : IUpdateKernel<NAdamUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private bool Decays { get; init; }

    public NAdamUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, Span<double> numbers)
    {
        var (rate, beta1, beta2, decay) = (options[0], options[1], options[2], options[5]);
        var (now, next) = (Momentum(progress[0]), Momentum(progress[0] + 1));
        progress[1] *= now;
        numbers[0] = rate * (1 - now) / (1 - progress[1]);
        numbers[1] = rate * next / (1 - (progress[1] * next));
        numbers[2] = 1 - Math.Pow(beta2, progress[0]);
        (numbers[3], numbers[4]) = (beta1, 1 - beta1);
        (numbers[5], numbers[6]) = (beta2, 1 - beta2);
        (numbers[7], numbers[8]) = (options[3], options[4]);
        return this with { Decays = options[4] != 0 };

        double Momentum(double step) => beta1 * (1 - (0.5 * Math.Pow(0.96, step * decay)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        ReadOnlySpan<TNumber> numbers,
        TNumber gradient,
        ref TNumber parameter,
        ref TNumber mean,
        ref TNumber square,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var slope = Decays ? gradient + (parameter * numbers[8]) : gradient;
        mean = (mean * numbers[3]) + (slope * numbers[4]);
        square = (square * numbers[5]) + (slope * slope * numbers[6]);
        var size = TNumber.Sqrt(square / numbers[2]) + numbers[7];
        parameter = parameter - (((slope * numbers[0]) + (mean * numbers[1])) / size);
    }
}
