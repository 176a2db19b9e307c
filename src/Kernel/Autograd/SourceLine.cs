using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace NotebookGrad;

/// <summary>
/// Finds the line of the user's program that called into this library. Walking the stack costs some microseconds, so a
/// bucket of permits that refills with time bounds it: work at a person's pace is always recorded, a hot loop rarely.
/// </summary>
internal static class SourceLine
{
    private const int Burst = 5_000;
    private const int RefillPerSecond = 500;

    private static readonly ConcurrentDictionary<(MethodBase Method, int Offset), string> Known = new();

    // This library, and what it calls that calls it back: LINQ, arrays, tasks.
    private static readonly Module[] NotTheProgram =
        [typeof(SourceLine).Module, typeof(Enumerable).Module, typeof(Array).Module];

    private static int permits = Burst;
    private static long refilledAt = Environment.TickCount64;

    /// <summary>
    /// The nearest caller in the user's program, such as <c>Program.cs:12</c> or <c>cell 3:2</c>; null without a
    /// permit.
    /// </summary>
    public static string? OfCaller() => TakePermit() ? Find(new StackTrace(1, fNeedFileInfo: false)) : null;

    /// <summary>A phrase for messages: <c> (cell 3:2)</c>, or nothing where the line is not known.</summary>
    public static string Phrase(string? line) => line is null ? string.Empty : $" ({line})";

    /// <summary>Fills the bucket at once.</summary>
    internal static void Replenish() => Volatile.Write(ref permits, Burst);

    private static bool TakePermit()
    {
        if (Volatile.Read(ref permits) <= 0)
        {
            Refill();
        }

        return Volatile.Read(ref permits) > 0 && Interlocked.Decrement(ref permits) >= 0;
    }

    private static void Refill()
    {
        var (now, before) = (Environment.TickCount64, Volatile.Read(ref refilledAt));
        var gained = (now - before) * RefillPerSecond / 1000;
        if (gained > 0 && Interlocked.CompareExchange(ref refilledAt, now, before) == before)
        {
            Volatile.Write(ref permits, (int)Math.Min(Burst, gained));
        }
    }

    private static string? Find(StackTrace trace)
    {
        for (var depth = 0; depth < trace.FrameCount; depth++)
        {
            var frame = trace.GetFrame(depth)!;
            if (frame.GetMethod() is { } method && !NotTheProgram.Contains(method.Module))
            {
                // Reading debug information is slow; a place in the program is looked up once.
                return Known.GetOrAdd((method, frame.GetILOffset()), place => Describe(place.Method));
            }
        }

        return null;
    }

    private static string Describe(MethodBase caller)
    {
        var frames = new StackTrace(fNeedFileInfo: true).GetFrames();
        var frame = Array.Find(frames, candidate => candidate.GetMethod() == caller);
        if (frame?.GetFileName() is { Length: > 0 } file)
        {
            return $"{Path.GetFileName(file)}:{frame.GetFileLineNumber()}";
        }

        // .NET Interactive compiles cells without debug information, into types named Submission#N.
        var type = caller.DeclaringType?.FullName ?? string.Empty;
        return type.StartsWith("Submission#", StringComparison.Ordinal)
            ? $"submission {type["Submission#".Length..].Split('+')[0]}"
            : $"{caller.DeclaringType?.Name}.{caller.Name}";
    }
}
