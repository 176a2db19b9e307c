using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NotebookGrad.Benchmarks;

/// <summary>PyTorch in a process of its own, which runs the same cases on request.</summary>
internal sealed class Peer : IDisposable
{
    private readonly Process process;

    private Peer(Process process)
    {
        this.process = process;
        var hello = Read();
        Version = hello["version"]!.GetValue<string>();
        Device = hello["device"]!.GetValue<string>();
        Blas = hello["blas"]!.GetValue<string>();
        Threads = hello["threads"]!.GetValue<int>();
    }

    /// <summary>The version of PyTorch.</summary>
    public string Version { get; }

    /// <summary>What it works on, in words.</summary>
    public string Device { get; }

    /// <summary>The library that does PyTorch's matrix products.</summary>
    public string Blas { get; }

    /// <summary>The threads that PyTorch says it uses.</summary>
    public int Threads { get; }

    /// <summary>Whether products are done by Netlib's reference, which nobody uses for its speed.</summary>
    public bool HasReferenceBlas => Blas.Split(", ").All(file => file.StartsWith("libblas.so"));

    /// <summary>Starts PyTorch with the first Python that has it, or with the named one.</summary>
    /// <exception cref="BenchmarkException">None has one that works on the device.</exception>
    public static Peer Start(int threads, string device = "cpu", string? python = null)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers", "torch_peer.py");
        var start = new ProcessStartInfo(Python(device, python), [script, $"{threads}", device])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

        // Libraries for matrix products have threads of their own.
        foreach (var variable in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
        {
            start.Environment[variable] = $"{threads}";
        }

        return new Peer(Process.Start(start)!);
    }

    /// <summary>The first Python, or the named one, whose PyTorch works on a device.</summary>
    /// <exception cref="BenchmarkException">There is none; the message tells what each of them says.</exception>
    public static string Python(string device = "cpu", string? named = null)
    {
        var lacks = new List<string>();
        foreach (var python in named is null ? new[] { "/usr/bin/python3", "python3" } : [named])
        {
            if (LackOf(python, device) is not { } lack)
            {
                return python;
            }

            lacks.Add($"{python}: {lack}");
        }

        throw new BenchmarkException(
            $"There is no Python here whose PyTorch works on {device} ({string.Join("; ", lacks)}). Install one, as "
            + "by: apt install python3-torch (or: pip install torch), or name another by --python. Without --peer only "
            + "NotebookGrad is timed.");
    }

    /// <summary>The number by which results are compared, of a case prepared anew.</summary>
    public double Check(string name) =>
        Ask(new() { ["case"] = name, ["check"] = true })["value"]!.GetValue<double>();

    /// <summary>The time of some iterations of a case that has been checked before.</summary>
    public TimeSpan Time(string name, int repeat) => TimeSpan.FromMicroseconds(
        Ask(new() { ["case"] = name, ["repeat"] = repeat })["nanoseconds"]!.GetValue<long>() / 1000.0);

    /// <summary>
    /// The bytes by which a case lets the process's peak grow; to be asked for before anything else is done there.
    /// </summary>
    public long PeakGrowth(string name, int iterations) =>
        Ask(new() { ["case"] = name, ["peak"] = iterations })["bytes"]!.GetValue<long>();

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    // The last line of what Python says is the reason.
    private static string? LackOf(string python, string device)
    {
        try
        {
            var start = new ProcessStartInfo(
                python, ["-c", "import sys, torch; torch.zeros(1, device=sys.argv[1])", device])
            {
                RedirectStandardError = true,
            };
            using var attempt = Process.Start(start)!;
            var said = attempt.StandardError.ReadToEnd().TrimEnd();
            attempt.WaitForExit();
            return attempt.ExitCode == 0 ? null
                : said.Length > 0 ? said.Split('\n')[^1] : $"ended with {attempt.ExitCode}";
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            return problem.Message;
        }
    }

    private JsonNode Ask(JsonObject request)
    {
        process.StandardInput.WriteLine(request.ToJsonString());
        process.StandardInput.Flush();
        var reply = Read();
        return reply["error"] is { } error
            ? throw new BenchmarkException($"PyTorch, asked for {request.ToJsonString()}, answered: {error}")
            : reply;
    }

    private JsonNode Read()
    {
        var line = process.StandardOutput.ReadLine()
            ?? throw new BenchmarkException("PyTorch's process ended before its time; see its message above.");
        return JsonNode.Parse(line)!;
    }
}
