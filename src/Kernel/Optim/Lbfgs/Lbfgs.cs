namespace NotebookGrad;

/// <summary>
/// L-BFGS, as PyTorch's: a quasi-Newton method for losses without chance, which evaluates its function several times in
/// a step. Liu and Nocedal, On the Limited Memory BFGS Method for Large Scale Optimization (1989).
/// </summary>
/// <example><code>
/// optimizer.Step(() => { optimizer.ZeroGrad(); var loss = …; loss.Backward(); return loss; });
/// </code></example>
public sealed class Lbfgs : Optimizer
{
    private readonly LineSearch lineSearch;
    private LbfgsMemory memory = new();

    /// <summary>An optimiser for some parameters, which are of one group.</summary>
    /// <param name="parameters">Leaves that require gradients.</param>
    /// <param name="lr">How far to go along each direction, or where the search along it begins.</param>
    /// <param name="maxIter">How many directions a step takes at most.</param>
    /// <param name="maxEval">After how many evaluations a step ends; 5/4 of <paramref name="maxIter"/> if null.</param>
    /// <param name="toleranceGrad">A step ends where no element of the gradient is greater.</param>
    /// <param name="toleranceChange">A step ends where neither loss nor parameters change more.</param>
    /// <param name="historySize">How many steps are remembered, two numbers an element each.</param>
    /// <param name="lineSearch">How the way along a direction is found.</param>
    /// <exception cref="ArgumentException">A parameter or number does not fit.</exception>
    public Lbfgs(
        IEnumerable<Tensor> parameters,
        double lr = 1,
        int maxIter = 20,
        int? maxEval = null,
        double toleranceGrad = 1e-7,
        double toleranceChange = 1e-9,
        int historySize = 100,
        LineSearch lineSearch = LineSearch.None)
        : base(
            "lbfgs",
            parameters,
            [
                new("lr", lr), new("max_iter", maxIter), new("max_eval", maxEval ?? maxIter * 5 / 4),
                new("tolerance_grad", toleranceGrad), new("tolerance_change", toleranceChange),
                new("history_size", historySize),
            ]) =>
        this.lineSearch = lineSearch;

    private ParameterGroup Group => Groups[0];

    /// <summary>Not for L-BFGS, which has one group.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override ParameterGroup AddGroup(IEnumerable<Tensor> parameters) => throw new InvalidOperationException(
        "lbfgs: there is one group, because all parameters go one way together; give them all to the constructor");

    /// <summary>Not for L-BFGS, which must evaluate its function.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void Step() => throw new InvalidOperationException(
        "lbfgs: a step evaluates the function several times; give it: optimizer.Step(() => { optimizer.ZeroGrad(); "
        + "…; loss.Backward(); return loss; })");

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// After the closure no parameter has a gradient, or the step is part of a function that is being compiled.
    /// </exception>
    public override Tensor Step(Func<Tensor> closure)
    {
        if (AutogradMode.CurrentRecorder is not null)
        {
            throw new InvalidOperationException(
                "lbfgs: how often a step evaluates its function depends on numbers, which a compiled function cannot "
                + "follow; call Step outside, and compile the closure");
        }

        var first = Evaluate(closure);
        using (Autograd.NoGrad())
        {
            memory.Evaluations++;
            Descend(closure, (first.Item<double>(), Gradient()));
        }

        return first;
    }

    private protected override IReadOnlyDictionary<string, Tensor> Remembered(Tensor parameter) =>
        parameter == Group.Parameters[0] ? memory.ByName() : new Dictionary<string, Tensor>();

    private protected override Action Read(SavedState saved)
    {
        var dtype = Group.Parameters.Select(parameter => parameter.DType).Max();
        var count = checked((int)Group.Parameters.Sum(parameter => parameter.Count));
        var read = LbfgsMemory.Of(saved, name => StateKey(0, name), count, Group.Parameters[0].Device, dtype);
        return () => memory = read;
    }

    private static double Largest(Tensor x) => x.Abs().Max().Item<double>();

    private void Descend(Func<Tensor> closure, (double Loss, Tensor Gradient) now)
    {
        var (iterations, smallest) = (Group["max_iter"], Group["tolerance_change"]);
        var first = memory.Evaluations;
        for (var iteration = 1; iteration <= iterations && !IsFlat(); iteration++)
        {
            var direction = memory.Turn(now.Gradient, Group["history_size"]);
            var start = new LinePoint(0, now.Loss, now.Gradient, now.Gradient.Dot(direction).Item<double>());
            memory.Rate = Group.LearningRate
                * (memory.Iterations == 1 ? Math.Min(1, 1 / now.Gradient.Abs().Sum().Item<double>()) : 1);
            if (start.Slope > -smallest)
            {
                return;
            }

            if (lineSearch == LineSearch.StrongWolfe)
            {
                now = Search(closure, start, direction);
            }
            else
            {
                Move(direction, memory.Rate);
                if (iteration + 1 <= iterations)
                {
                    now = Look(closure);
                }
            }

            if (memory.Evaluations - first + 1 >= Group["max_eval"]
                || Largest(direction) * memory.Rate <= smallest
                || Math.Abs(now.Loss - start.Loss) < smallest)
            {
                return;
            }
        }

        bool IsFlat() => Largest(now.Gradient) <= Group["tolerance_grad"];
    }

    private (double Loss, Tensor Gradient) Search(Func<Tensor> closure, LinePoint start, Tensor direction)
    {
        Tensor[] origin = [.. Group.Parameters.Select(parameter => parameter.Detach().Clone())];
        var search = new StrongWolfe(start, At, Group["tolerance_change"] / Largest(direction));
        var found = search.Search(memory.Rate);
        Move(direction, found.Step);
        memory.Rate = found.Step;
        return (found.Loss, found.Gradient);

        LinePoint At(double step)
        {
            Move(direction, step);
            var (loss, gradient) = Look(closure);
            foreach (var (parameter, before) in Group.Parameters.Zip(origin))
            {
                parameter.Copy_(before);
            }

            return new LinePoint(step, loss, gradient, gradient.Dot(direction).Item<double>());
        }
    }

    private (double Loss, Tensor Gradient) Look(Func<Tensor> closure)
    {
        memory.Evaluations++;
        return (Evaluate(closure).Item<double>(), Gradient());
    }

    // A parameter without a gradient stays where it is as far as this point tells.
    private Tensor Gradient() => Group.Parameters.All(parameter => parameter.Grad is null)
        ? throw new InvalidOperationException(
            "lbfgs: no parameter has a gradient after the closure; call Backward in it, on a loss that needs them")
        : Tensor.Cat([.. Group.Parameters.Select(parameter =>
            (parameter.Grad?.Detach() ?? Tensor.ZerosLike(parameter.Detach())).Flatten())]);

    private void Move(Tensor direction, double step)
    {
        var parts = direction.Split([.. Group.Parameters.Select(parameter => (int)parameter.Count)]);
        foreach (var (parameter, part) in Group.Parameters.Zip(parts))
        {
            parameter.Add_(part.Reshape(parameter.Shape), step);
        }
    }
}
