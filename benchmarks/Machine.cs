using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NotebookGrad.Benchmarks;

/// <summary>What a run ran on, in words.</summary>
internal static class Machine
{
    /// <summary>The processor, its cores and vectors, memory, system and runtime.</summary>
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor()}, {Environment.ProcessorCount} cores for this process, vectors of {VectorBits()} bits, "
                + $"{memory:0} GiB; {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    // Linux tells the name; elsewhere the architecture has to do.
    private static string Processor()
    {
        const string Path = "/proc/cpuinfo";
        var lines = File.Exists(Path) ? File.ReadLines(Path) : [];
        var line = lines.FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
