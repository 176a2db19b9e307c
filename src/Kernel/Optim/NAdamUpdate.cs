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
    private Flag Decays { get; init; }

    public NAdamUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, out UpdateNumbers<double> numbers)
    {
        numbers = default;
        var (rate, beta1, beta2, decay) = (options[0], options[1], options[2], options[5]);
        var (now, next) = (Momentum(progress[0]), Momentum(progress[0] + 1));
        progress[1] *= now;
        numbers.N0 = rate * (1 - now) / (1 - progress[1]);
        numbers.N1 = rate * next / (1 - (progress[1] * next));
        numbers.N2 = 1 - Math.Pow(beta2, progress[0]);
        (numbers.N3, numbers.N4) = (beta1, 1 - beta1);
        (numbers.N5, numbers.N6) = (beta2, 1 - beta2);
        (numbers.N7, numbers.N8) = (options[3], options[4]);
        return this with { Decays = options[4] != 0 };

        double Momentum(double step) => beta1 * (1 - (0.5 * Math.Pow(0.96, step * decay)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        in UpdateNumbers<TNumber> numbers,
        TNumber gradient,
        ref TNumber parameter,
        ref TNumber mean,
        ref TNumber square,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var slope = Decays ? gradient + (parameter * numbers.N8) : gradient;
        mean = (mean * numbers.N3) + (slope * numbers.N4);
        square = (square * numbers.N5) + (slope * slope * numbers.N6);
        var size = TNumber.Sqrt(square / numbers.N2) + numbers.N7;
        parameter = parameter - (((slope * numbers.N0) + (mean * numbers.N1)) / size);
    }
}
