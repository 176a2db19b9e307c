using System.Numerics;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The length of an axis with what divides by it fast: n / length is the upper half of n·Magic, plus n, shifted.
/// Granlund and Montgomery, Division by Invariant Integers using Multiplication (1994).
/// </summary>
/// <param name="length">The length, from 1 to 2³¹ − 1.</param>
internal readonly struct AxisLength(int length)
{
    /// <summary>The length.</summary>
    public readonly int Length = length;

    private readonly int shift = ShiftOf(length);
    private readonly uint magic =
        (uint)((((1UL << ShiftOf(length)) - (ulong)length) << 32) / (ulong)length) + 1;

    /// <summary>n / length of an n from 0 to 2³¹ − 1.</summary>
    public int Divide(int n) => (int)(((uint)(((ulong)(uint)n * magic) >> 32) + (uint)n) >> shift);

    private static int ShiftOf(int length) => 32 - BitOperations.LeadingZeroCount((uint)length - 1);
}
