using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="RmsProp"/>. Options are lr, alpha, eps, weight decay and momentum; states the mean of
/// the squares, then the velocity and the mean of the gradients, as far as there are these.
/// </summary>
internal readonly record struct RmsPropUpdate(Flag HasMomentum, Flag IsCentered, Flag Maximizes)
    : IUpdateKernel<RmsPropUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private Flag Decays { get; init; }

    public RmsPropUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, out UpdateNumbers<double> numbers)
    {
        numbers = default;
        (numbers.N0, numbers.N1, numbers.N2) = (options[0], options[1], 1 - options[1]);
        (numbers.N3, numbers.N4) = (options[2], options[3]);
        numbers.N5 = HasMomentum ? options[4] : 0;
        return this with { Decays = options[3] != 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        in UpdateNumbers<TNumber> numbers,
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
            slope = slope + (parameter * numbers.N4);
        }

        square = (square * numbers.N1) + (slope * slope * numbers.N2);
        var spread = square;
        if (IsCentered)
        {
            ref var mean = ref HasMomentum ? ref third : ref second;
            mean = (mean * numbers.N1) + (slope * numbers.N2);
            spread = square - (mean * mean);
        }

        var change = slope / (TNumber.Sqrt(spread) + numbers.N3);
        if (HasMomentum)
        {
            second = (second * numbers.N5) + change;
            change = second;
        }

        parameter = parameter - (change * numbers.N0);
    }
}
