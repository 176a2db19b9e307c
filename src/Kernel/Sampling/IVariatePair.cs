using NotebookGrad.Backends;

namespace NotebookGrad.Sampling;

/// <summary>What two elements that share a block of Philox become.</summary>
internal interface IVariatePair<T>
    where T : unmanaged
{
    /// <summary>The elements of two 64-bit halves.</summary>
    static abstract (T First, T Second) Of(in Drawing drawing, ulong first, ulong second);
}
