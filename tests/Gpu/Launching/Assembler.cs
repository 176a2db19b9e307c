using System.ComponentModel;
using System.Diagnostics;

namespace NotebookGrad.Tests.Launching;

/// <summary>NVIDIA's ptxas, which tells without a device whether one would take a kernel.</summary>
internal static class Assembler
{
    /// <summary>For which devices.</summary>
    public const string Architecture = "sm_90";

    /// <summary>Why it is not here; null if it is.</summary>
    public static string? Lack { get; } = FindLack();

    /// <summary>Assembles a kernel, and returns what is told of its registers and memory.</summary>
    public static string Assemble(string ptx)
    {
        var (source, target) = (Path.GetTempFileName(), Path.GetTempFileName());
        try
        {
            File.WriteAllText(source, ptx);
            var (code, report) = Run("-arch", Architecture, "-v", source, "-o", target);
            Assert.True(code == 0, report);
            return report;
        }
        finally
        {
            File.Delete(source);
            File.Delete(target);
        }
    }

    private static string? FindLack()
    {
        try
        {
            Run("--version");
            return null;
        }
        catch (Win32Exception)
        {
            return "needs ptxas of NVIDIA's CUDA toolkit, 11.8 or newer, in the PATH";
        }
    }

    private static (int Code, string Report) Run(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("ptxas", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var report = process.StandardError.ReadToEnd() + output.Result;
        process.WaitForExit();
        return (process.ExitCode, report);
    }
}
