using NotebookGrad.Inspection;
using NotebookGrad.Nn;

namespace NotebookGrad.Tests.Flow.Suite;

/// <summary>How a network is trained.</summary>
/// <param name="Optimizer">What changes the parameters.</param>
/// <param name="Steps">How many steps.</param>
/// <param name="Batch">How many examples a step sees.</param>
internal sealed record Training(Func<IEnumerable<Tensor>, Optimizer> Optimizer, int Steps = 60, int Batch = 32)
{
    /// <summary>Whether gradients are cleared before each step, as they should be.</summary>
    public bool Clears { get; init; } = true;

    /// <summary>How many passes make one step.</summary>
    public int Passes { get; init; } = 1;

    /// <summary>The norm to which gradients are clipped, if any.</summary>
    public double? Clip { get; init; }

    /// <summary>What changes the rate, if anything.</summary>
    public Func<Optimizer, LRScheduler>? Schedule { get; init; }

    /// <summary>Every how manieth step is looked at.</summary>
    public int Every { get; init; } = 10;

    /// <summary>Changes parameters as a step that is not the optimiser's, after the one of this number.</summary>
    public (int Step, Action<Module> Change)? Accident { get; init; }

    public static Training Sgd(double rate, int steps = 60, int batch = 32, double momentum = 0) =>
        new(parameters => new Sgd(parameters, rate, momentum), steps, batch);

    public static Training Adam(double rate, int steps = 60, int batch = 32) =>
        new(parameters => new Adam(parameters, rate), steps, batch);

    /// <summary>Trains, and says what was seen.</summary>
    public FlowSnapshot Run(Module<Tensor, Tensor> model, LearningTask task)
    {
        using var flow = GradientFlow.Watch(model, Every);
        var optimizer = Optimizer(model.Parameters.Where(parameter => parameter.RequiresGrad));
        var schedule = Schedule?.Invoke(optimizer);
        var batches = Batches(task).GetEnumerator();
        for (var step = 0; step < Steps; step++)
        {
            if (Clears)
            {
                optimizer.ZeroGrad();
            }

            for (var pass = 0; pass < Passes && batches.MoveNext(); pass++)
            {
                var (inputs, targets) = (batches.Current[0], batches.Current[1]);
                (task.Loss(model.Call(inputs), targets) / Passes).Backward();
            }

            if (Clip is { } norm)
            {
                GradientClipping.ClipGradNorm_(model.Parameters, norm);
            }

            optimizer.Step();
            schedule?.Step();
            if (Accident is { } accident && accident.Step == step)
            {
                accident.Change(model);
            }
        }

        return flow.Snapshot();
    }

    private IEnumerable<Tensor[]> Batches(LearningTask task)
    {
        var loader = new DataLoader(new TensorDataset(task.Inputs, task.Targets), Batch, shuffle: true, dropLast: true);
        while (true)
        {
            foreach (var batch in loader)
            {
                yield return batch;
            }
        }
    }
}
