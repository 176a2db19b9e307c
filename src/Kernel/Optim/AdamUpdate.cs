using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="Adam"/>. Options are lr, both betas, eps and weight decay; states the means of the
/// gradients and of their squares, and the greatest of the latter.
/// </summary>
internal readonly record struct AdamUpdate(Flag IsDecoupled, Flag IsAmsgrad, Flag Maximizes) : IUpdateKernel<AdamUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private Flag Decays { get; init; }

    public AdamUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, out UpdateNumbers<double> numbers)
    {
        numbers = default;
        var (rate, beta1, beta2, epsilon, decay) = (options[0], options[1], options[2], options[3], options[4]);
        numbers.N0 = rate / (1 - Math.Pow(beta1, progress[0]));
        numbers.N1 = Math.Sqrt(1 - Math.Pow(beta2, progress[0]));
        (numbers.N2, numbers.N3) = (beta1, 1 - beta1);
        (numbers.N4, numbers.N5) = (beta2, 1 - beta2);
        numbers.N6 = epsilon;
        numbers.N7 = IsDecoupled ? 1 - (rate * decay) : decay;
        return this with { Decays = decay != 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        in UpdateNumbers<TNumber> numbers,
        TNumber gradient,
        ref TNumber parameter,
        ref TNumber mean,
        ref TNumber square,
        ref TNumber greatest)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var (old, slope) = (parameter, Maximizes ? -gradient : gradient);
        if (Decays)
        {
            (old, slope) = IsDecoupled ? (old * numbers.N7, slope) : (old, slope + (old * numbers.N7));
        }

        mean = (mean * numbers.N2) + (slope * numbers.N3);
        square = (square * numbers.N4) + (slope * slope * numbers.N5);
        greatest = IsAmsgrad ? TNumber.Max(greatest, square) : square;
        var size = (TNumber.Sqrt(greatest) / numbers.N1) + numbers.N6;
        parameter = old - (mean / size * numbers.N0);
    }
}
