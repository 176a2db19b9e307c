namespace NotebookGrad.Backends.Host;

/// <summary>
/// Scratch memory of the running thread for what a product rearranges of an operand. Each operand has its own, for a
/// thread that shares its panel with others copies blocks as well.
/// </summary>
internal sealed unsafe class PackingMemory
{
    /// <summary>A register of 512 bits that starts here never straddles two cache lines.</summary>
    private const int Alignment = 64;

    [ThreadStatic]
    private static PackingMemory? blocks;

    [ThreadStatic]
    private static PackingMemory? panels;

    private byte[] memory = [];

    private PackingMemory()
    {
    }

    /// <summary>For blocks of a, that one thread uses.</summary>
    public static PackingMemory Blocks => blocks ??= new();

    /// <summary>For panels of b, that all threads of a product use.</summary>
    public static PackingMemory Panels => panels ??= new();

    /// <summary>Room for so many numbers, aligned, not cleared; the next call on this thread takes it back.</summary>
    public T* Take<T>(nint count)
        where T : unmanaged
    {
        var bytes = checked((int)((count * sizeof(T)) + Alignment));
        if (memory.Length < bytes)
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
