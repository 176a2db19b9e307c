using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="RmsProp"/>. Options are lr, alpha, eps, weight decay and momentum; states the mean of
/// the squares, then the velocity and the mean of the gradients, as far as there are these.
/// </summary>
internal readonly record struct RmsPropUpdate(bool HasMomentum, bool IsCentered, bool Maximizes)
    : IUpdateKernel<RmsPropUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private bool Decays { get; init; }

    public RmsPropUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, Span<double> numbers)
    {
        (numbers[0], numbers[1], numbers[2]) = (options[0], options[1], 1 - options[1]);
        (numbers[3], numbers[4]) = (options[2], options[3]);
        numbers[5] = HasMomentum ? options[4] : 0;
        return this with { Decays = options[3] != 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        ReadOnlySpan<TNumber> numbers,
        TNumber gradient,
        ref TNumber parameter,
        ref TNumber square,
        ref TNumber second,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var slope = Maximizes ? -gradient : gradient;
        if (Decays)
        {
            slope = slope + (parameter * numbers[4]);
        }

        square = (square * numbers[1]) + (slope * slope * numbers[2]);
        var spread = square;
        if (IsCentered)
        {
            ref var mean = ref HasMomentum ? ref third : ref second;
            mean = (mean * numbers[1]) + (slope * numbers[2]);
            spread = square - (mean * mean);
        }

        var change = slope / (TNumber.Sqrt(spread) + numbers[3]);
        if (HasMomentum)
        {
            second = (second * numbers[5]) + change;
            change = second;
        }

        parameter = parameter - (change * numbers[0]);
    }
}
