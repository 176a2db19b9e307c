using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>The storages of one call of a plan, and all views of them, made once.</summary>
internal sealed class Frame
{
    private readonly Plan plan;
    private readonly Storage[] storages;
    private readonly View[][] views;
    private readonly (int Block, (int Step, int Place)[] Uses)[] perCall;
    private readonly Layout[][][]?[] parts;

    /// <summary>Storages for a plan.</summary>
    public Frame(Plan plan)
    {
        this.plan = plan;
        var (blocks, backend) = (plan.Blocks, plan.Recording.Backend!);
        Storage[] buffers = [.. plan.Buffers.Buffers.Select(buffer => backend.Allocate(buffer.DType, buffer.Length))];
        storages = new Storage[blocks.Count];
        for (var block = 0; block < blocks.Count; block++)
        {
            storages[block] = plan.SharedOf(block) ?? (plan.Buffers[block] is var buffer and >= 0 ? buffers[buffer] : null!);
        }

        views = Array.ConvertAll(
            plan.Steps, step => step.Places.Select(place => new View(storages[place.Block], place.Layout)).ToArray());
        var escaping = plan.Recording.Escaping;
        perCall =
        [
            .. Enumerable.Range(0, blocks.Count).Where(block => blocks[block].Input >= 0 || escaping.Contains(block))
                .Select(block => (block, UsesOf(block).ToArray())),
        ];
        parts = Array.ConvertAll(plan.Groups, PartsOf);
    }

    /// <summary>Does what the plan says.</summary>
    public Tensor Run(Tensor[] inputs)
    {
        Bind(inputs);
        var recording = plan.Recording;
        foreach (var change in recording.Changes)
        {
            storages[change.Block].Touch(change.Operation);
        }

        for (var group = 0; group < parts.Length; group++)
        {
            if (parts[group] is { } layouts)
            {
                RunTiled(plan.Groups[group], layouts, recording.Backend!);
            }
            else
            {
                var step = plan.Groups[group].First;
                plan.Steps[step].Call.Run(recording.Backend!, views[step]);
            }
        }

        Array.ForEach(plan.Changed, InPlace.LeaveConstant);
        foreach (var (leaf, gradient) in recording.GradientsAfter)
        {
            leaf.In(inputs)!.Gradient = gradient is null ? null : Hand(gradient, inputs);
        }

        return Hand(recording.Result, inputs);
    }

    private void RunTiled(StepGroup group, Layout[][][] layouts, IBackend backend)
    {
        for (var part = 0; part < layouts.Length; part++)
        {
            for (var i = 0; i < group.Count; i++)
            {
                var step = group.First + i;
                for (var place = 0; place < views[step].Length; place++)
                {
                    views[step][place] = views[step][place] with { Layout = layouts[part][i][place] };
                }

                plan.Steps[step].Call.Run(backend, views[step]);
            }
        }
    }

    // What is handed out is made anew in each call; it is the caller's to keep.
    private void Bind(Tensor[] inputs)
    {
        foreach (var (block, uses) in perCall)
        {
            var (dtype, length, _, input) = plan.Blocks[block];
            storages[block] = input >= 0 ? inputs[input].Storage : plan.Recording.Backend!.Allocate(dtype, length);
            foreach (var (step, place) in uses)
            {
                views[step][place] = views[step][place] with { Storage = storages[block] };
            }
        }
    }

    private Tensor Hand(Outcome outcome, Tensor[] inputs) => outcome.Input >= 0
        ? inputs[outcome.Input]
        : outcome.Same ?? new Tensor(storages[outcome.Place.Block], outcome.Place.Layout);

    private IEnumerable<(int Step, int Place)> UsesOf(int block) =>
        from step in Enumerable.Range(0, plan.Steps.Length)
        from place in plan.Steps[step].Places.Index()
        where place.Item.Block == block
        select (step, place.Index);

    private Layout[][][]? PartsOf(StepGroup group) => group.Tiling is not { } tiling
        ? null
        : [.. Enumerable.Range(0, tiling.Count).Select(part => group.In(plan.Steps).Select(
            step => step.Places.Select(place => PartOf(place, tiling, part)).ToArray()).ToArray())];

    private Layout PartOf(Place place, Tiling tiling, int part)
    {
        var layout = tiling.PartOf(place.Layout, part);
        return plan.Buffers.Passing.Contains(place.Block) ? Layout.Contiguous(layout.Shape) : layout;
    }
}
