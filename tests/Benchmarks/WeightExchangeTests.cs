using System.Diagnostics;
using System.Text.Json;
using NotebookGrad.Nn;

namespace NotebookGrad.Benchmarks.Tests;

/// <summary>Weights go to PyTorch and come from it as safetensors files, and compute the same there.</summary>
public sealed class WeightExchangeTests : IDisposable
{
    private const double Tolerance = 1e-5;

    private readonly string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");
    private readonly Net net = new();

    // The numbers of Reference/operands.py.
    private static Tensor X => Tensor.Of([.. Enumerable.Range(1, 96).Select(Number)]).Reshape(6, 1, 4, 4);

    public static TheoryData<string> Directions => ["read", "write"];

    private static float Number(int i) => (float)Math.Round(-2 + (4 * (((0.6180339887498949 * i) + 0.37) % 1)), 6);

    public void Dispose() => File.Delete(path);

    [TorchTheory]
    [MemberData(nameof(Directions))]
    public void Both_compute_the_same_from_one_file(string torchDoes)
    {
        if (torchDoes == "read")
        {
            // Running statistics that are not those of the beginning.
            net.Call(X);
            net.Save(path);
        }

        var theirs = Torch(torchDoes);
        net.Load(path);
        Assert.Equal(18, theirs.Length);
        Assert.All(theirs.Zip(net.Eval().Call(X).ToArray<float>()), pair =>
            Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    private double[] Torch(string what)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Reference", "weights.py");
        var start = new ProcessStartInfo(Peer.Python(), [script, what, path]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return JsonSerializer.Deserialize<double[]>(told)!;
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly Conv2d conv = new(1, 4, 3, padding: 1);
        private readonly BatchNorm2d norm = new(4);
        private readonly Lstm lstm = new(4, 5);
        private readonly Linear head = new(5, 3);

        protected override Tensor Forward(Tensor x)
        {
            var seen = norm.Call(conv.Call(x)).Relu().Mean(3);
            return head.Call(lstm.Call(seen.Permute(2, 0, 1)).Output[^1]);
        }
    }
}
