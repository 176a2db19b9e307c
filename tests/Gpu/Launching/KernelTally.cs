using System.Collections.Concurrent;
using Xunit.Abstractions;

namespace NotebookGrad.Tests.Launching;

/// <summary>Counts the kernels that were compiled, and tells it in the end.</summary>
public sealed class KernelTally(IMessageSink console) : IDisposable
{
    private readonly ConcurrentBag<int> lengths = [];
    private int assembled;

    /// <inheritdoc/>
    public void Dispose() => new Proof(console).Tell(
        $"PTX: {lengths.Count} kernels compiled without a device, {lengths.Sum():N0} lines; none with a function that nobody "
        + "defines, an approximation, a denormal constant, or a jump that only some threads should take marked as everyone's; "
        + (Assembler.Lack ?? $"{assembled} assembled for {Assembler.Architecture}, none with registers spilled"));

    internal void AddAssembled() => Interlocked.Increment(ref assembled);

    internal void Add(string text) => lengths.Add(text.Count(letter => letter == '\n'));
}
