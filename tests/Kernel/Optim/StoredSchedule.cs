using System.Text.Json;

namespace NotebookGrad.Tests.Optim;

/// <summary>What one of PyTorch's schedules does to learning rates; see <c>Reference/schedules.py</c>.</summary>
/// <param name="Schedule">The class.</param>
/// <param name="Options">Its arguments.</param>
/// <param name="Adam">Whether the optimiser is Adam, or SGD with momentum.</param>
/// <param name="Rates">The learning rates of each group, at first and after each step.</param>
/// <param name="Momenta">The momenta, where the schedule changes them.</param>
internal sealed record StoredSchedule(
    string Schedule, Dictionary<string, JsonElement> Options, bool Adam, double[][] Rates, double[][]? Momenta)
{
    /// <summary>All runs of the committed file.</summary>
    public static IReadOnlyList<StoredSchedule> All { get; } = Read();

    /// <summary>An optimiser as the run had it.</summary>
    public Optimizer Optimizer()
    {
        Tensor[] parameters = [Tensor.Zeros([1], requiresGrad: true), Tensor.Zeros([1], requiresGrad: true)];
        Optimizer optimizer = Adam ? new Adam(parameters[..1], 0.1) : new Sgd(parameters[..1], 0.1, momentum: 0.5);
        optimizer.AddGroup(parameters[1..]).LearningRate = 0.03;
        return optimizer;
    }

    /// <summary>Makes the schedule in our words.</summary>
    /// <returns>What steps it, by the number of the step before.</returns>
    public Action<int> Make(Optimizer optimizer)
    {
        if (Schedule == "ReduceLROnPlateau")
        {
            var plateau = new ReduceLROnPlateau(
                optimizer, Number("factor", 0.1), (int)Number("patience", 10), Number("threshold", 1e-4), !Options.ContainsKey("threshold_mode"),
                (int)Number("cooldown", 0), Number("min_lr", 0), Number("eps", 1e-8), Options.ContainsKey("mode"));
            return step => plateau.Step(2 + (Math.Cos(0.4 * step) / (1 + (0.1 * step))) + (0.3 * Math.Sin(0.05 * step)));
        }

        var schedule = Scheduler(optimizer);
        return _ => schedule.Step();
    }

    /// <summary>The schedule, if it is stepped without a number.</summary>
    public LRScheduler Scheduler(Optimizer optimizer) => Schedule switch
    {
        "StepLR" => new StepLR(optimizer, (int)Number("step_size", 0), Number("gamma", 0.1)),
        "MultiStepLR" => new MultiStepLR(optimizer, Options["milestones"].EnumerateArray().Select(one => one.GetInt32()), Number("gamma", 0.1)),
        "ExponentialLR" => new ExponentialLR(optimizer, Number("gamma", 0)),
        "LinearLR" => new LinearLR(optimizer, Number("start_factor", 1.0 / 3), Number("end_factor", 1), (int)Number("total_iters", 5)),
        "LambdaLR" => new LambdaLR(optimizer, step => 1.0 / (1 + step), step => Math.Pow(0.95, step)),
        "CosineAnnealingLR" => new CosineAnnealingLR(optimizer, (int)Number("T_max", 0), Number("eta_min", 0)),
        "CosineAnnealingWarmRestarts" => new CosineAnnealingWarmRestarts(optimizer, (int)Number("T_0", 0), (int)Number("T_mult", 1), Number("eta_min", 0)),
        "OneCycleLR" => new OneCycleLR(
            optimizer,
            Options["max_lr"] is { ValueKind: JsonValueKind.Array } each ? [.. each.EnumerateArray().Select(one => one.GetDouble())] : [Number("max_lr", 0)],
            (int)Number("total_steps", 0),
            Number("pct_start", 0.3),
            Options.ContainsKey("anneal_strategy") ? Annealing.Linear : Annealing.Cosine,
            !Options.ContainsKey("cycle_momentum"),
            Number("base_momentum", 0.85),
            Number("max_momentum", 0.95),
            Number("div_factor", 25),
            Number("final_div_factor", 1e4),
            Options.ContainsKey("three_phase")),
        "SequentialLR" => new SequentialLR(
            optimizer,
            [new LinearLR(optimizer, 0.1, totalIters: 8), new CosineAnnealingLR(optimizer, 30, 0.001), new ExponentialLR(optimizer, 0.9)],
            [8, 38]),
        _ => throw new InvalidDataException(Schedule),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Schedule} {string.Join(' ', Options)}";

    private static IReadOnlyList<StoredSchedule> Read()
    {
        using var file = typeof(StoredSchedule).Assembly.GetManifestResourceStream("optimizers/schedules.json")!;
        return JsonSerializer.Deserialize<Content>(file, new JsonSerializerOptions(JsonSerializerDefaults.Web))!.Runs;
    }

    private double Number(string name, double otherwise) =>
        Options.TryGetValue(name, out var value) ? value.GetDouble() : otherwise;

    private sealed record Content(List<StoredSchedule> Runs);
}
