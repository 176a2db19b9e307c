namespace NotebookGrad;

/// <summary>
/// What L-BFGS remembers of the steps before, all parameters one after another, and where that leads: a gradient times
/// an approximate inverse Hessian. Nocedal and Wright, Numerical Optimization (2006), algorithm 7.4.
/// </summary>
internal sealed class LbfgsMemory
{
    private const double LeastCurvature = 1e-10;

    private readonly List<Tensor> changes = [];
    private readonly List<Tensor> steps = [];
    private readonly List<double> inverses = [];
    private Tensor? direction;
    private Tensor? gradient;
    private double scale = 1;

    /// <summary>How often the function was evaluated.</summary>
    public double Evaluations { get; set; }

    /// <summary>How many directions were taken.</summary>
    public double Iterations { get; private set; }

    /// <summary>How far the last direction was followed.</summary>
    public double Rate { get; set; }

    /// <summary>What was saved under PyTorch's names, wherever; vectors come to a device, in a dtype.</summary>
    public static LbfgsMemory Of(
        SavedState saved, Func<string, string> key, int count, Device device, DType dtype)
    {
        var memory = new LbfgsMemory
        {
            Evaluations = saved.TakeNumber(key("func_evals")),
            Iterations = saved.TakeNumber(key("n_iter")),
        };
        if (memory.Iterations > 0)
        {
            memory.Rate = saved.TakeNumber(key("t"));
            memory.scale = saved.TakeNumber(key("H_diag"));
            memory.direction = saved.Take(key("d"), count).Detach().To(device, dtype).Clone();
            memory.gradient = saved.Take(key("prev_flat_grad"), count).Detach().To(device, dtype).Clone();
            memory.inverses.AddRange(saved.Take(key("ro"), -1).To(DType.Float64).ToArray<double>());
            memory.changes.AddRange(Rows("old_dirs"));
            memory.steps.AddRange(Rows("old_stps"));
        }

        return memory;

        Tensor[] Rows(string name) =>
            saved.Take(key(name), memory.inverses.Count, count).Detach().To(device, dtype).Clone().Unbind();
    }

    /// <summary>What is remembered, by PyTorch's names.</summary>
    public Dictionary<string, Tensor> ByName()
    {
        var state = new Dictionary<string, Tensor>
        {
            ["func_evals"] = Tensor.Of([Evaluations], device: Device.Cpu),
            ["n_iter"] = Tensor.Of([Iterations], device: Device.Cpu),
        };
        if (Iterations > 0)
        {
            state["t"] = Tensor.Of([Rate], device: Device.Cpu);
            state["H_diag"] = Tensor.Of([scale], device: Device.Cpu);
            state["d"] = direction!;
            state["prev_flat_grad"] = gradient!;
            state["ro"] = Tensor.Of(inverses.ToArray(), device: Device.Cpu);
            state["old_dirs"] = Rows(changes);
            state["old_stps"] = Rows(steps);
        }

        return state;

        Tensor Rows(List<Tensor> vectors) => vectors.Count == 0
            ? Tensor.Zeros([0, (int)direction!.Count], dtype: direction.DType, device: direction.Device)
            : Tensor.Stack([.. vectors]);
    }

    /// <summary>The next direction.</summary>
    /// <param name="here">The gradient where it begins.</param>
    /// <param name="historySize">How many steps are remembered.</param>
    public Tensor Turn(Tensor here, double historySize)
    {
        GoTo(here.Device);
        if (Iterations++ > 0)
        {
            Remember(here - gradient!, direction! * Rate, historySize);
        }

        gradient = here;
        direction = Descend(here);
        return direction;
    }

    // A module may have moved between two steps.
    private void GoTo(Device device)
    {
        (direction, gradient) = (direction?.To(device), gradient?.To(device));
        foreach (var vectors in new[] { changes, steps })
        {
            for (var i = 0; i < vectors.Count; i++)
            {
                vectors[i] = vectors[i].To(device);
            }
        }
    }

    private void Remember(Tensor change, Tensor step, double historySize)
    {
        var curvature = change.Dot(step).Item<double>();
        if (!(curvature > LeastCurvature))
        {
            return;
        }

        changes.Add(change);
        steps.Add(step);
        inverses.Add(1 / curvature);
        scale = curvature / change.Dot(change).Item<double>();
        while (changes.Count > historySize)
        {
            changes.RemoveAt(0);
            steps.RemoveAt(0);
            inverses.RemoveAt(0);
        }
    }

    private Tensor Descend(Tensor here)
    {
        var parts = new double[changes.Count];
        var left = -here;
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            parts[i] = steps[i].Dot(left).Item<double>() * inverses[i];
            left.Sub_(changes[i], parts[i]);
        }

        left.Mul_(scale);
        for (var i = 0; i < changes.Count; i++)
        {
            left.Add_(steps[i], parts[i] - (changes[i].Dot(left).Item<double>() * inverses[i]));
        }

        return left;
    }
}
