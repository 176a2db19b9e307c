namespace NotebookGrad.Backends.Host;

/// <summary>A convolution's weight as the factors of products, in slivers, for each group and phase.</summary>
internal sealed unsafe class PackedWeight<T> : IDisposable
    where T : unmanaged
{
    private readonly ScratchMemory<T> memory;
    private readonly nint[] starts;
    private readonly nint groupRoom;

    /// <summary>Copies it.</summary>
    /// <param name="weight">Dense.</param>
    /// <param name="sizes">The lengths.</param>
    /// <param name="phases">The products of a group.</param>
    /// <param name="rows">The rows of their factors.</param>
    /// <param name="rowStride">Elements from one row to the next.</param>
    /// <param name="width">The rows of a sliver.</param>
    public PackedWeight(
        T* weight, ConvolutionSizes sizes, WindowProduct[] phases, int rows, nint rowStride, nint width)
    {
        starts = new nint[phases.Length];
        for (var phase = 0; phase < phases.Length; phase++)
        {
            starts[phase] = groupRoom;
            groupRoom += FactorSlivers<T>.Room(rows, phases[phase].Factors.Length, width);
        }

        memory = new(sizes.Groups * groupRoom);
        for (var group = 0; group < sizes.Groups; group++)
        {
            var source = weight + ((nint)group * sizes.GroupWeight);
            for (var phase = 0; phase < phases.Length; phase++)
            {
                var levels = phases[phase].Factors;
                new FactorSlivers<T>(source, rowStride, rows, levels, levels.Length, width, this[group, phase]).Copy();
            }
        }
    }

    /// <summary>The factors of one group and phase.</summary>
    public T* this[int group, int phase] => memory.Start + (group * groupRoom) + starts[phase];

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => memory.Dispose();
}
