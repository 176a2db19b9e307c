using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>The arithmetic of <see cref="Sgd"/>. Options are lr, weight decay, momentum and dampening.</summary>
internal readonly record struct SgdUpdate(bool HasMomentum, bool IsNesterov, bool Maximizes) : IUpdateKernel<SgdUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private bool Decays { get; init; }

    public SgdUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, Span<double> numbers)
    {
        numbers[0] = options[0];
        numbers[1] = options[1];
        if (HasMomentum)
        {
            // The first velocity is the gradient itself.
            (numbers[2], numbers[3]) = progress[0] > 1 ? (options[2], 1 - options[3]) : (0, 1);
            numbers[4] = options[2];
        }

        return this with { Decays = options[1] != 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        ReadOnlySpan<TNumber> numbers,
        TNumber gradient,
        ref TNumber parameter,
        ref TNumber velocity,
        ref TNumber second,
        ref TNumber third)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var change = Maximizes ? -gradient : gradient;
        if (Decays)
        {
            change = change + (parameter * numbers[1]);
        }

        if (HasMomentum)
        {
            velocity = (velocity * numbers[2]) + (change * numbers[3]);
            change = IsNesterov ? change + (velocity * numbers[4]) : velocity;
        }

        parameter = parameter - (change * numbers[0]);
    }
}
