using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace NotebookGrad.Tests.Browser;

/// <summary>A classic notebook server for one test: on this machine only, with nothing of the user's.</summary>
internal sealed class NotebookServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private NotebookServer(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server for the notebooks of a folder, and waits until it answers.</summary>
    public static async Task<NotebookServer> Start(string folder)
    {
        var port = FreePort();
        string[] arguments =
        [
            "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--NotebookApp.port_retries=0",
            "--NotebookApp.token=", "--NotebookApp.password=", $"--notebook-dir={folder}",
        ];
        var start = new ProcessStartInfo(Jupyter.Server!, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in (string[])["HOME", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"])
        {
            start.Environment[name] = Path.Combine(folder, ".own");
        }

        var server = new NotebookServer(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}/"));
        server.process.BeginErrorReadLine();
        server.process.BeginOutputReadLine();
        await server.WaitUntilItAnswers();
        return server;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitUntilItAnswers()
    {
        using var client = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !process.HasExited;)
        {
            try
            {
                await client.GetStringAsync(Address);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200);
            }
        }

        Dispose();
        throw new InvalidOperationException($"{Jupyter.Server} did not answer within {Patience.TotalSeconds:0} s");
    }
}
