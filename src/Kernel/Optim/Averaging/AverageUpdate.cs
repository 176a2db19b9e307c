using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="WeightAverage"/>: what is changed is the average, and what is taken for a gradient the
/// weight. The option is the decay.
/// </summary>
internal readonly record struct AverageUpdate(Flag IsEqual) : IUpdateKernel<AverageUpdate>
{
    private Flag IsFirst { get; init; }

    public AverageUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, out UpdateNumbers<double> numbers)
    {
        numbers = default;
        (numbers.N0, numbers.N1, numbers.N2) = (progress[0], options[0], 1 - options[0]);
        return this with { IsFirst = progress[0] == 1 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        in UpdateNumbers<TNumber> numbers,
        TNumber weight,
        ref TNumber average,
        ref TNumber first,
        ref TNumber second,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber> =>
        average = IsFirst ? weight
            : IsEqual ? average + ((weight - average) / numbers.N0)
            : (average * numbers.N1) + (weight * numbers.N2);
}
