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

    /// <summary>Whether the optimiser evaluates its function itself, as often as it likes.</summary>
    public bool IsLbfgs => Optimizer == "LBFGS";

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
        (double, double)? betas = Options.TryGetValue("betas", out var pair) ? (pair[0].GetDouble(), pair[1].GetDouble()) : null;
        var (maximize, amsgrad, decay) = (Has("maximize"), Has("amsgrad"), Number("weight_decay", 0));
        return Optimizer switch
        {
            "SGD" => new Sgd(parameters, Number("lr", 0.001), Number("momentum", 0), Number("dampening", 0), decay, Has("nesterov"), maximize),
            "Adam" => new Adam(parameters, Number("lr", 0.001), betas, Number("eps", 1e-8), decay, amsgrad, maximize),
            "AdamW" => new AdamW(parameters, Number("lr", 0.001), betas, Number("eps", 1e-8), Number("weight_decay", 0.01), amsgrad, maximize),
            "RMSprop" => new RmsProp(
                parameters, Number("lr", 0.01), Number("alpha", 0.99), Number("eps", 1e-8), decay, Number("momentum", 0), Has("centered"), maximize),
            "Adagrad" => new Adagrad(
                parameters, Number("lr", 0.01), Number("lr_decay", 0), decay, Number("initial_accumulator_value", 0), Number("eps", 1e-10), maximize),
            "NAdam" => new NAdam(parameters, Number("lr", 0.002), betas, Number("eps", 1e-8), decay, Number("momentum_decay", 0.004)),
            "LBFGS" => new Lbfgs(
                parameters,
                Number("lr", 1),
                (int)Number("max_iter", 20),
                Has("max_eval") ? (int)Number("max_eval", 0) : null,
                Number("tolerance_grad", 1e-7),
                Number("tolerance_change", 1e-9),
                (int)Number("history_size", 100),
                Has("line_search_fn") ? LineSearch.StrongWolfe : LineSearch.None),
            _ => throw new InvalidDataException(Optimizer),
        };
    }

    /// <summary>What the run minimises.</summary>
    public Tensor Value(Tensor[] p)
    {
        var value = Function switch
        {
            "valley" => (1 - p[0]).Square().Sum() + (5 * (p[1] - p[0].Square()).Square().Sum()),
            "bowl" => (Tensor.Of([0.6, 5.0, 40.0]).To(p[0].DType) * (p[0] - 1).Square()).Sum() + p[1].Square().Sum() + (p[0][..2].MatMul(p[1])).Sum(),
            "logistic" => Functional.CrossEntropy(Inputs(p).MatMul(p[0]) + p[1], Labels)
                + (0.02 * (p[0].Square().Sum() + p[1].Square().Sum())),
            _ => Functional.CrossEntropy((Inputs(p).MatMul(p[0]) + p[1]).Tanh().MatMul(p[2]) + p[3], Labels),
        };
        return Has("maximize") ? -value : value;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Optimizer} {string.Join(' ', Options)} {Function}";

    private static Tensor Labels => Tensor.Of([2L, 0, 1, 2, 1, 0]);

    private static Tensor Inputs(Tensor[] p) => Wave(24, 7, -2, 2).Reshape(6, 4).To(p[0].DType);

    // The numbers of Reference/operands.py.
    private static Tensor Wave(int count, int seed, double low, double high) => Tensor.Of(Enumerable.Range(1, count)
        .Select(i => Math.Round(low + ((high - low) * (((0.6180339887498949 * i) + (0.37 * seed)) % 1.0)), 6)).ToArray());

    private static IReadOnlyList<StoredRun> Read()
    {
        using var file = typeof(StoredRun).Assembly.GetManifestResourceStream("optimizers/trajectories.json")!;
        return JsonSerializer.Deserialize<Content>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Runs;
    }

    private bool Has(string option) => Options.ContainsKey(option);

    private double Number(string name, double otherwise) =>
        Options.TryGetValue(name, out var value) ? value.GetDouble() : otherwise;

    private sealed record Content(List<StoredRun> Runs);
}
