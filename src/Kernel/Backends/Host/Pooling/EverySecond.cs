using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Backends.Host;

/// <summary>Every second element of four bytes, by whole registers.</summary>
internal static unsafe class EverySecond
{
    /// <summary>
    /// Copies the elements of some windows from a line, to their places side by side; false, and nothing done, where
    /// they are not every second one, of four bytes, or are too few.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryCopy<T>(T* line, T* candidates, EvenWindows windows)
        where T : unmanaged
    {
        if (sizeof(T) != sizeof(int) || windows.Step != 2 || windows.Count <= Vector<int>.Count)
        {
            return false;
        }

        uint* from = (uint*)line + windows.Place, to = (uint*)candidates + windows.First;
        var rest = windows.Count - Vector<int>.Count;
        for (var i = 0; i < rest; i += Vector<int>.Count)
        {
            Vector.Narrow(Pairs(from + (2 * i)), Pairs(from + (2 * i) + Vector<int>.Count)).Store(to + i);
        }

        // Pairs end with the last element, for there may be none behind it. Some elements are copied twice.
        from += (2 * rest) - 1;
        Vector.Narrow(Pairs(from) >>> 32, Pairs(from + Vector<int>.Count) >>> 32).Store(to + rest);
        return true;
    }

    // Two neighbours in a lane, the first in its lower half.
    private static Vector<ulong> Pairs(uint* from) => Vector.Load((ulong*)from);
}
