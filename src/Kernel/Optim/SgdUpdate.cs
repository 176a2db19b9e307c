using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>The arithmetic of <see cref="Sgd"/>. Options are lr, weight decay, momentum and dampening.</summary>
internal readonly record struct SgdUpdate(Flag HasMomentum, Flag IsNesterov, Flag Maximizes) : IUpdateKernel<SgdUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private Flag Decays { get; init; }

    public SgdUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, out UpdateNumbers<double> numbers)
    {
        numbers = default;
        numbers.N0 = options[0];
        numbers.N1 = options[1];
        if (HasMomentum)
        {
            // The first velocity is the gradient itself.
            (numbers.N2, numbers.N3) = progress[0] > 1 ? (options[2], 1 - options[3]) : (0, 1);
            numbers.N4 = options[2];
        }

        return this with { Decays = options[1] != 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        in UpdateNumbers<TNumber> numbers,
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
            change = change + (parameter * numbers.N1);
        }

        if (HasMomentum)
        {
            velocity = (velocity * numbers.N2) + (change * numbers.N3);
            change = IsNesterov ? change + (velocity * numbers.N4) : velocity;
        }

        parameter = parameter - (change * numbers.N0);
    }
}
