using System.Runtime.CompilerServices;
using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The arithmetic of <see cref="Adam"/>. Options are lr, both betas, eps and weight decay; states the means of the
/// gradients and of their squares, and the greatest of the latter.
/// </summary>
internal readonly record struct AdamUpdate(bool IsDecoupled, bool IsAmsgrad, bool Maximizes) : IUpdateKernel<AdamUpdate>
{
    // Not multiplied by 0: that would make NaN of ∞.
    private bool Decays { get; init; }

    public AdamUpdate Begin(ReadOnlySpan<double> options, Span<double> progress, Span<double> numbers)
    {
        var (rate, beta1, beta2, epsilon, decay) = (options[0], options[1], options[2], options[3], options[4]);
        numbers[0] = rate / (1 - Math.Pow(beta1, progress[0]));
        numbers[1] = Math.Sqrt(1 - Math.Pow(beta2, progress[0]));
        (numbers[2], numbers[3]) = (beta1, 1 - beta1);
        (numbers[4], numbers[5]) = (beta2, 1 - beta2);
        numbers[6] = epsilon;
        numbers[7] = IsDecoupled ? 1 - (rate * decay) : decay;
        return this with { Decays = decay != 0 };
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke<TNumber>(
        ReadOnlySpan<TNumber> numbers,
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
            (old, slope) = IsDecoupled ? (old * numbers[7], slope) : (old, slope + (old * numbers[7]));
        }

        mean = (mean * numbers[2]) + (slope * numbers[3]);
        square = (square * numbers[4]) + (slope * slope * numbers[5]);
        greatest = IsAmsgrad ? TNumber.Max(greatest, square) : square;
        var size = (TNumber.Sqrt(greatest) / numbers[1]) + numbers[6];
        parameter = old - (mean / size * numbers[0]);
    }
}
