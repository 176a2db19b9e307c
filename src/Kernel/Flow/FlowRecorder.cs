using NotebookGrad.Inspection;

namespace NotebookGrad.Flow;

/// <summary>
/// Follows backward passes, looks closely at those of some steps, and remembers what it sees. A step is what happens
/// between two changes of the weights: passes whose gradients are added up belong to one.
/// </summary>
internal sealed class FlowRecorder : IPassObserver
{
    private readonly Lock gate = new();
    private readonly WatchedParameters watched;
    private readonly int every;
    private readonly FlowMoments moments = new();
    private readonly FlowActivations activations = new();
    private readonly NoiseScale noise = new();
    private readonly WeightsBefore weights;
    private readonly int[] order;

    // The parameters as the last pass that has reached them left them.
    private readonly LeafState[] last;
    private long step = -1;

    // The last moment, as long as the step after it and the next pass may still tell something of it.
    private AfterPass? after;
    private NotFiniteCause? cause;
    private GraphSnapshot? graph;
    private long drawn;

    public FlowRecorder(WatchedParameters watched, int every)
    {
        if (every < 1)
        {
            throw new ArgumentException($"gradient flow: every is {every}; give 1 for each step, 10 for every tenth");
        }

        (this.watched, this.every) = (watched, every);
        weights = new(watched);
        last = new LeafState[watched.All.Length];
        order = new int[watched.All.Length];
        Array.Fill(order, int.MaxValue);
    }

    /// <summary>Called, one at a time, after a step was looked at.</summary>
    public event Action? Looked;

    /// <summary>How many steps were made.</summary>
    public long Steps
    {
        get
        {
            lock (gate)
            {
                return step + 1;
            }
        }
    }

    /// <inheritdoc/>
    public IPassWatch? Begin(IReadOnlyList<Tensor> roots)
    {
        // Who is being compiled may be somebody else, whom reading a number would disturb.
        if (AutogradMode.CurrentRecorder is not null)
        {
            return new FlowPass(this, watched, roots[0]);
        }

        lock (gate)
        {
            SettleStep();
            var isNew = HasStepped;
            var number = isNew ? step + 1 : step;
            var looks = number < every || number % every == 0;
            return new FlowPass(this, watched, roots[0])
            {
                Looks = looks,
                Draws = looks && IsDrawn(number),
                Accumulates = looks && step >= 0 && GradientStays && (isNew || IsPiled),
            };
        }
    }

    /// <summary>Takes what a pass has seen that has reached the parameters.</summary>
    public void Take(FlowPass pass)
    {
        lock (gate)
        {
            AutogradMode.CurrentRecorder?.Refuse("a gradient flow watches its backward pass");
            var isSameStep = !HasStepped;
            step += isSameStep ? 0 : 1;
            if (after is { } before)
            {
                moments.Last = before.WithNext(moments.Last!, noise, isSameStep);
                after = null;
            }

            if (cause is null && !pass.IsFinite())
            {
                cause = FirstCause.Of(pass.Root, watched, step);
            }

            if (pass.Graph is { } seen)
            {
                Look(pass, seen, isSameStep);
            }

            for (var i = 0; i < last.Length; i++)
            {
                last[i] = LeafState.Of(watched.All[i]);
            }

            if (pass.Looks)
            {
                Looked?.Invoke();
            }
        }
    }

    /// <summary>What was seen up to now.</summary>
    public FlowSnapshot Snapshot()
    {
        lock (gate)
        {
            SettleStep();
            var places = order.Index().OrderBy(one => one.Item).Select((one, place) => (one.Index, place))
                .ToDictionary(one => one.Index, one => one.place);
            var snapshot = new FlowSnapshot(
                watched.Model,
                step + 1,
                every,
                [.. watched.All.Select((one, index) => one.Told(places[index]))],
                activations.Told(watched),
                moments.ToArray(),
                [],
                graph)
            {
                Cause = cause,
            };
            return snapshot with { Findings = FlowDiagnosis.Of(snapshot) };
        }
    }

    private bool HasStepped
    {
        get
        {
            var hasStepped = step < 0;
            for (var i = 0; i < last.Length && !hasStepped; i++)
            {
                hasStepped = last[i].HasStepped(watched.All[i].Tensor);
            }

            return hasStepped;
        }
    }

    // Whether the first pass of this step was added to what an earlier step had used.
    private bool IsPiled => moments.Last is { Accumulated: true } latest && latest.LastStep == step;

    private bool GradientStays => last.Zip(watched.All).Any(one => one.First.StaysAfterStep(one.Second.Tensor));

    // A graph takes longer to describe than all else; so the one that is drawn may be a few steps older.
    private bool IsDrawn(long number) => number <= 1 || number >= drawn + (drawn / 8) + every;

    private void SettleStep()
    {
        if (after is { IsSettled: false } waiting && HasStepped)
        {
            moments.Last = waiting.WithStep(moments.Last!);
        }
    }

    private void Look(FlowPass pass, SampledGraph seen, bool isSameStep)
    {
        foreach (var (parameter, place) in seen.Order)
        {
            order[parameter] = Math.Min(order[parameter], place);
        }

        var parameters = watched.All.Select(one => new ParameterMoment(
            one.Gradient is { } gradient ? MagnitudeReader.Of(gradient, seen.Read(gradient)) : null,
            MagnitudeReader.Of(one.Tensor, seen.Read(one.Tensor)),
            double.NaN,
            double.NaN)
        {
            IsFrozen = !one.Tensor.RequiresGrad,
        }).ToArray();
        var norm = Math.Sqrt(parameters.Sum(one => Square(one.Gradient)));
        var moment = new FlowMoment(
            step, step, pass.Loss, norm, double.NaN, double.NaN, double.NaN, pass.Accumulates, parameters,
            activations.Look(seen));
        if (isSameStep && moments.Last?.LastStep == step)
        {
            moments.Last = moment;
        }
        else
        {
            moments.Add(moment);
        }

        if (pass.Draws)
        {
            (graph, drawn) = (seen.Snapshot(pass.Root), step);
        }

        after = new AfterPass(watched, weights);
    }

    private static double Square(Magnitudes? gradient) => gradient switch
    {
        null => 0,
        { NaNs: > 0 } => double.NaN,
        { Infinities: > 0 } => double.PositiveInfinity,
        _ => gradient.Norm * gradient.Norm,
    };
}
