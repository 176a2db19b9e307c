namespace NotebookGrad.Backends;

/// <summary>
/// Random numbers that are a pure function of this and of their number in row-major order, whatever draws them.
/// Elements 2n and 2n + 1 have the two 64-bit halves of block n of Philox4x32-10.
/// </summary>
/// <param name="Distribution">What the bits become: <see cref="Sampling.Variates"/>.</param>
/// <param name="Key">The generator's seed.</param>
/// <param name="Stream">The tensor's stream.</param>
/// <param name="Low">Of whole numbers the least.</param>
/// <param name="Range">Of whole numbers how many there are.</param>
public readonly record struct Drawing(
    Distribution Distribution, ulong Key, ulong Stream, long Low = 0, ulong Range = 0);
