using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="WeightAverage"/>: what is changed is the average, and what is taken for a gradient the
/// weight. The option is the decay.
/// </summary>
internal readonly record struct AverageUpdate(bool IsEqual) : IUpdateKernel<AverageUpdate>
{
    private bool IsFirst { get; init; }

    public AverageUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, Span<double> numbers)
    {
        (numbers[0], numbers[1], numbers[2]) = (progress[0], options[0], 1 - options[0]);
        return this with { IsFirst = progress[0] == 1 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        ReadOnlySpan<TNumber> numbers,
        TNumber weight,
        ref TNumber average,
        ref TNumber first,
        ref TNumber second,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber> =>
        average = IsFirst ? weight
            : IsEqual ? average + ((weight - average) / numbers[0])
            : (average * numbers[1]) + (weight * numbers[2]);
}
