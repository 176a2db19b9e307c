using System.Text.Json;

namespace NotebookGrad.Tests.Optim;

/// <summary>Where one of PyTorch's optimisers goes; see <c>Reference/optimizers.py</c>.</summary>
/// <param name="Optimizer">The class.</param>
/// <param name="Options">Its arguments.</param>
/// <param name="Function">What is minimised.</param>
/// <param name="Shapes">The shapes of the parameters.</param>
/// <param name="Trajectory">All parameters one after another, at first and after each tenth step.</param>
internal sealed record StoredRun(
    string Optimizer, Dictionary<string, JsonElement> Options, string Function, int[][] Shapes, double[][] Trajectory)
{
    /// <summary>All runs of the committed file.</summary>
    public static IReadOnlyList<StoredRun> All { get; } = Read();

    /// <summary>The parameters as the run begins with them.</summary>
    public Tensor[] Parameters(DType dtype)
    {
        var taken = 0;
        return Array.ConvertAll(Shapes, shape =>
        {
            var count = (int)Shape.Create(shape).Count;
            var values = Trajectory[0].AsSpan(taken, count).ToArray();
            taken += count;
            return TensorCreation.Make<double>(values, shape, true, dtype, null);
        });
    }

    /// <summary>The optimiser in our words.</summary>
    public Optimizer Make(IEnumerable<Tensor> parameters)
    {
        var lr = Number("lr", 0.001);
        var maximize = Options.ContainsKey("maximize");
        if (Optimizer == "SGD")
        {
            return new Sgd(
                parameters, lr, Number("momentum", 0), Number("dampening", 0), Number("weight_decay", 0),
                Options.ContainsKey("nesterov"), maximize);
        }

        (double, double)? betas = Options.TryGetValue("betas", out var pair) ? (pair[0].GetDouble(), pair[1].GetDouble()) : null;
        var (eps, amsgrad) = (Number("eps", 1e-8), Options.ContainsKey("amsgrad"));
        return Optimizer == "Adam"
            ? new Adam(parameters, lr, betas, eps, Number("weight_decay", 0), amsgrad, maximize)
            : new AdamW(parameters, lr, betas, eps, Number("weight_decay", 0.01), amsgrad, maximize);
    }

    /// <summary>What the run minimises.</summary>
    public Tensor Value(Tensor[] p)
    {
        var value = Function switch
        {
            "valley" => (1 - p[0]).Square().Sum() + (5 * (p[1] - p[0].Square()).Square().Sum()),
            "bowl" => (Wave(3, 3, 0.1, 4).To(p[0].DType) * (p[0] - 1).Square()).Sum() + p[1].Square().Sum() + (p[0][..2].MatMul(p[1])).Sum(),
            _ => Functional.CrossEntropy(
                (Wave(24, 7, -2, 2).Reshape(6, 4).To(p[0].DType).MatMul(p[0]) + p[1]).Tanh().MatMul(p[2]) + p[3],
                Tensor.Of([2L, 0, 1, 2, 1, 0])),
        };
        return Options.ContainsKey("maximize") ? -value : value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Optimizer} {string.Join(' ', Options)} {Function}";

    // The numbers of Reference/operands.py.
    private static Tensor Wave(int count, int seed, double low, double high) => Tensor.Of(Enumerable.Range(1, count)
        .Select(i => Math.Round(low + ((high - low) * (((0.6180339887498949 * i) + (0.37 * seed)) % 1.0)), 6)).ToArray());

    private static IReadOnlyList<StoredRun> Read()
    {
        using var file = typeof(StoredRun).Assembly.GetManifestResourceStream("optimizers/trajectories.json")!;
        return JsonSerializer.Deserialize<Content>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Runs;
    }

    private double Number(string name, double otherwise) =>
        Options.TryGetValue(name, out var value) ? value.GetDouble() : otherwise;

    private sealed record Content(List<StoredRun> Runs);
}
