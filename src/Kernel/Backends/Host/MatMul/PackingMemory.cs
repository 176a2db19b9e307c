namespace NotebookGrad.Backends.Host;

/// <summary>Scratch memory of the running thread for the operands that a product rearranges.</summary>
internal static unsafe class PackingMemory
{
    /// <summary>A register of 512 bits that starts here never straddles two cache lines.</summary>
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? memory;

    /// <summary>Room for so many numbers, aligned, not cleared; the next call on this thread takes it back.</summary>
    public static T* Take<T>(nint count)
        where T : unmanaged
    {
        var bytes = checked((int)((count * sizeof(T)) + Alignment));
        if (memory is null || memory.Length < bytes)
        {
            memory = GC.AllocateUninitializedArray<byte>(bytes, pinned: true);
        }

        fixed (byte* start = memory)
        {
            // The array is pinned for life, so that the address stays good after this block.
            return (T*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
        }
    }
}
