using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>An axis along which elements are picked by their positions.</summary>
/// <param name="pace">How far apart its elements lie.</param>
/// <param name="length">How many there are.</param>
/// <param name="number">The number under which the operation is watched.</param>
internal readonly struct Picked(long pace, int length, long number)
{
    /// <summary>How far apart its elements lie.</summary>
    public readonly long Pace = pace;

    private readonly int length = length;
    private readonly long number = number;

    /// <summary>Whether a position is within bounds.</summary>
    public bool IsWithin(long position) => position >= 0 && position < length;

    /// <summary>Whether a position is within bounds; if not, reports it.</summary>
    public bool Has(long position, ArrayView<long> faults)
    {
        if (IsWithin(position))
        {
            return true;
        }

        Faults.Report(faults, number, position, 0);
        return false;
    }
}
