using System.Diagnostics;
using NotebookGrad.Benchmarks.Cases;

namespace NotebookGrad.Benchmarks.Footprints;

/// <summary>What the system counts of this process.</summary>
internal static class ProcessMemory
{
    /// <summary>The bytes of the process that lie in memory now.</summary>
    public static long Resident => Environment.WorkingSet;

    /// <summary>The most that ever lay there.</summary>
    public static long Peak
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>By how much a case lets the peak grow; the first thing that a process does.</summary>
    public static long PeakGrowth(Case one, int iterations)
    {
        var before = Peak;
        one.Prepare();
        for (var i = 0; i < iterations; i++)
        {
            one.Run();
        }

        one.Release();
        return Peak - before;
    }
}
