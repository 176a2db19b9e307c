using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NotebookGrad.Backends.Host;

/// <summary>
/// Stores past the processor's cache: a line that is overwritten as a whole is not read first, and what is used stays
/// in the cache.
/// </summary>
internal static unsafe class PastCache
{
    private const int Line = 64;

    /// <summary>Copies elements, of one length, to where no part of theirs lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged
    {
        fixed (T* source = from, target = to)
        {
            byte* read = (byte*)source, write = (byte*)target;
            var end = write + ((nint)to.Length * sizeof(T));
            for (; write < end && ((nint)write & (Line - 1)) != 0; read += sizeof(T), write += sizeof(T))
            {
                Store((T*)read, (T*)write);
            }

            for (; end - write >= Line; read += Line, write += Line)
            {
                Vector512.Load(read).StoreAlignedNonTemporal(write);
            }

            for (; write < end; read += sizeof(T), write += sizeof(T))
            {
                Store((T*)read, (T*)write);
            }
        }
    }

    // The ends of rows that lie one after the other share a line, which is to go out whole.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T>(T* source, T* target)
        where T : unmanaged
    {
        if (Sse2.IsSupported && sizeof(T) == sizeof(int))
        {
            Sse2.StoreNonTemporal((int*)target, *(int*)source);
        }
        else
        {
            *target = *source;
        }
    }
}
