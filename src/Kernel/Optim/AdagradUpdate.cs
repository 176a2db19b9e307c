using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="Adagrad"/>. Options are lr, its decay, weight decay and eps; the state is the sum of
/// the squares.
/// </summary>
internal readonly record struct AdagradUpdate(Flag Maximizes) : IUpdateKernel<AdagradUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private Flag Decays { get; init; }

    public AdagradUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, out UpdateNumbers<double> numbers)
    {
        numbers = default;
        numbers.N0 = options[0] / (1 + ((progress[0] - 1) * options[1]));
        (numbers.N1, numbers.N2) = (options[2], options[3]);
        return this with { Decays = options[2] != 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        in UpdateNumbers<TNumber> numbers,
        TNumber gradient,
        ref TNumber parameter,
        ref TNumber sum,
        ref TNumber second,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var slope = Maximizes ? -gradient : gradient;
        if (Decays)
        {
            slope = slope + (parameter * numbers.N1);
        }

        sum = sum + (slope * slope);
        parameter = parameter - (slope / (TNumber.Sqrt(sum) + numbers.N2) * numbers.N0);
    }
}
