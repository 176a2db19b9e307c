using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>The storages of one call of a plan, and all views of them, made once.</summary>
internal sealed class Frame
{
    private readonly Plan plan;
    private readonly IBackend backend;
    private readonly Storage[] storages;
    private readonly Place[][] places;
    private readonly View[][] views;
    private readonly Binding[] forward;
    private readonly Binding[] backward;
    private readonly Layout[][][]?[] parts;

    /// <summary>Storages for a plan.</summary>
    public Frame(Plan plan)
    {
        this.plan = plan;
        backend = plan.Recording.Backend!;
        Storage[] buffers = [.. plan.Buffers.Buffers.Select(buffer => backend.Allocate(buffer.DType, buffer.Length))];
        var blocks = Enumerable.Range(0, plan.Blocks.Count);
        storages =
        [
            .. blocks.Select(block =>
                plan.SharedOf(block) ?? (plan.Buffers[block] is var own and >= 0 ? buffers[own] : null!)),
        ];
        places = [.. plan.Groups.SelectMany(group => group.PlacesIn(plan.Steps))];
        views = Array.ConvertAll(
            places, step => Array.ConvertAll(step, place => new View(storages[place.Block], place.Layout)));
        var perCall = blocks.Where(plan.IsPerCall)
            .ToLookup(plan.IsOfBackward, block => new Binding(block, UsesOf(block)));
        (forward, backward) = ([.. perCall[false]], [.. perCall[true]]);
        parts = Array.ConvertAll(plan.Groups, PartsOf);
    }

    /// <summary>Does a call, with its effects on what lies outside.</summary>
    public Tensor Forward(Tensor[] inputs)
    {
        Bind(forward, inputs);
        if (plan.Recording.Changes.Length > 0)
        {
            Touch(inputs);
        }

        Do(0, plan.ForwardGroups);
        Array.ForEach(plan.Changed, InPlace.LeaveConstant);
        foreach (var (leaf, gradient) in plan.Recording.GradientsAfter)
        {
            leaf.In(inputs)!.Gradient = gradient is null ? null : Hand(gradient, inputs);
        }

        return Hand(plan.Recording.Result, inputs);
    }

    /// <summary>Does the backward pass of the call that was done last.</summary>
    /// <param name="inputs">The call's inputs, then the gradient of its result.</param>
    /// <returns>The gradients of the plan's sources.</returns>
    public Tensor?[] Backward(Tensor[] inputs)
    {
        Bind(backward, inputs);
        Do(plan.ForwardGroups, plan.Groups.Length);
        foreach (var (block, _) in backward)
        {
            if (plan.Blocks[block].IsFresh)
            {
                storages[block].Owner = BackwardScope.Current;
            }
        }

        return Array.ConvertAll(plan.Recording.Pulled, pulled => pulled is null ? null : Hand(pulled, inputs));
    }

    /// <summary>How often what a backward pass reads from outside has been changed.</summary>
    public int[] Versions() => Array.ConvertAll(plan.BackwardReads, block => storages[block].Version);

    // All changes are of one call: its line is looked up once.
    private void Touch(Tensor[] inputs)
    {
        var made = new InPlaceChange(string.Empty, SourceLine.OfCaller(), Node.LastId);
        foreach (var (block, operation) in plan.Recording.Changes)
        {
            made = made.Operation == operation ? made : made with { Operation = operation };
            storages[block].Touch(made);
            if (plan.Blocks[block].Input is var input and >= 0)
            {
                InPlace.LeaveConstant(inputs[input]);
            }
        }
    }

    private void Do(int first, int end)
    {
        for (var group = first; group < end; group++)
        {
            if (parts[group] is { } layouts)
            {
                DoParts(plan.Groups[group], layouts);
            }
            else if (plan.Groups[group] is { Fusion: { } fusion } fused)
            {
                fusion.Work.Run(views[fused.First]);
            }
            else
            {
                var step = plan.Groups[group].First;
                plan.Steps[step].Call.Run(backend, views[step]);
            }
        }
    }

    private void DoParts(StepGroup group, Layout[][][] layouts)
    {
        foreach (var part in layouts)
        {
            for (var i = 0; i < group.Count; i++)
            {
                var step = group.First + i;
                for (var place = 0; place < views[step].Length; place++)
                {
                    views[step][place] = views[step][place] with { Layout = part[i][place] };
                }

                plan.Steps[step].Call.Run(backend, views[step]);
            }
        }
    }

    // What is handed out is made anew in each call; it is the caller's to keep.
    private void Bind(Binding[] bindings, Tensor[] inputs)
    {
        foreach (var (block, uses) in bindings)
        {
            var (dtype, length, _, input) = plan.Blocks[block];
            storages[block] = input >= 0 ? inputs[input].Storage : backend.Allocate(dtype, length);
            foreach (var (step, place) in uses)
            {
                views[step][place] = views[step][place] with { Storage = storages[block] };
            }
        }
    }

    private Tensor Hand(Outcome outcome, Tensor[] inputs) => outcome.Input >= 0
        ? inputs[outcome.Input]
        : outcome.Same ?? new Tensor(StorageOf(outcome.Place.Block, inputs), outcome.Place.Layout);

    private Storage StorageOf(int block, Tensor[] inputs) =>
        plan.Blocks[block].Input is var input and >= 0 ? inputs[input].Storage : storages[block];

    private (int Step, int Place)[] UsesOf(int block) =>
    [
        .. from step in Enumerable.Range(0, places.Length)
           from place in places[step].Index()
           where place.Item.Block == block
           select (step, place.Index),
    ];

    private Layout[][][]? PartsOf(StepGroup group) => group.Tiling is not { } tiling
        ? null
        : [.. Enumerable.Range(0, tiling.Count).Select(part => PartOf(group, tiling, part))];

    // Most places of a group lie alike, and share the part's layout.
    private Layout[][] PartOf(StepGroup group, Tiling tiling, int part)
    {
        var known = new Dictionary<(Layout Whole, bool IsPassing), Layout>();
        return [.. group.In(plan.Steps).Select(step => step.Places.Select(Part).ToArray())];

        Layout Part(Place place)
        {
            var isPassing = plan.Buffers.Passing.Contains(place.Block);
            if (!known.TryGetValue((place.Layout, isPassing), out var layout))
            {
                layout = tiling.PartOf(place.Layout, part);
                known[(place.Layout, isPassing)] = layout = isPassing ? Layout.Contiguous(layout.Shape) : layout;
            }

            return layout;
        }
    }

    private readonly record struct Binding(int Block, (int Step, int Place)[] Uses);
}
