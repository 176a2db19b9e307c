using NotebookGrad.Backends;

namespace NotebookGrad.Inspection;

/// <summary>Tells the memory of a graph over time, without going backward.</summary>
internal sealed class TimelineInspector
{
    private readonly List<MemoryMoment> moments = [];
    private readonly Node root;
    private readonly Node[] nodes;
    private long leafBytes;
    private long savedBytes;
    private long gradientBytes;

    private TimelineInspector(Node root)
    {
        this.root = root;
        nodes = [.. GraphWalk.NearestFirst([root]).OrderBy(node => node.Id)];
        gradientBytes = nodes.Where(node => node.Gathers).Select(node => node.Gradient?.Storage).OfType<Storage>()
            .Distinct().Sum(storage => storage.Bytes);
    }

    /// <summary>The timeline of a tensor and the graph behind it.</summary>
    public static MemoryTimeline Inspect(Tensor output)
    {
        if (output.Node is not { Operation: not null } root)
        {
            return new MemoryTimeline(Naming.Of(output), [], Freed: false);
        }

        var inspector = new TimelineInspector(root);
        var freed = Array.Exists(inspector.nodes, node => node.FreedBy is not null);
        inspector.GoForward();
        if (!freed)
        {
            inspector.GoBackward();
        }

        return new MemoryTimeline(Naming.Of(output), inspector.moments, freed);
    }

    private void GoForward()
    {
        var leaves = nodes.Where(node => node.Operation is null).Select(node => node.Value).OfType<Tensor>()
            .Concat(nodes.SelectMany(node => node.KeptTensors).Where(kept => kept.IsLeaf))
            .Select(leaf => leaf.Storage)
            .ToHashSet();
        var blocks = new HashSet<Storage>();
        var packed = new HashSet<IPackedTensor>();
        foreach (var node in nodes.Where(node => node.Operation is not null))
        {
            foreach (var block in node.KeptTensors.Select(kept => kept.Storage).Where(blocks.Add))
            {
                leafBytes += leaves.Contains(block) ? block.Bytes : 0;
                savedBytes += leaves.Contains(block) ? 0 : block.Bytes;
            }

            savedBytes += node.PackedTensors.Where(packed.Add).Sum(form => form.Bytes);
            Add(MemoryPhase.Forward, node);
        }
    }

    // As BackwardPass goes: what operations keep goes at the end, all together, so that a pass that fails can be
    // repeated; a gradient goes when its node is through.
    private void GoBackward()
    {
        using var order = GraphOrder.From(root);
        var arrived = new bool[order.Count];
        var filled = new HashSet<IPackedTensor>();
        void Arrive(int slot)
        {
            gradientBytes += arrived[slot] ? 0 : Bytes(order[slot]);
            arrived[slot] = true;
        }

        Arrive(order.SlotOf(root));
        while (order.Next(out var slot))
        {
            var node = order[slot];
            if (node.Operation is not null)
            {
                savedBytes += node.PackedTensors.Where(form => !filled.Contains(form))
                    .SelectMany(form => form.Fills).Where(filled.Add).Sum(form => form.FilledBytes - form.Bytes);
                Enumerable.Range(0, node.Operands.Count).Select(operand => order.OperandSlot(slot, operand))
                    .Where(source => source >= 0).ToList().ForEach(Arrive);
                Add(MemoryPhase.Backward, node);
                savedBytes -= node.PackedTensors.Where(filled.Contains).Sum(form => form.FilledBytes - form.Bytes);
                gradientBytes -= node.Gathers ? 0 : Bytes(node);
            }

            order.Done(slot);
        }

        // What arrives at a .Grad that is there is added to it.
        gradientBytes -= Enumerable.Range(0, order.Count).Where(slot => arrived[slot])
            .Select(slot => order[slot]).Where(node => node is { Gathers: true, Gradient: not null }).Sum(Bytes);
        (leafBytes, savedBytes) = (0, 0);
        Add(MemoryPhase.After, null);
    }

    private void Add(MemoryPhase phase, Node? node) => moments.Add(new MemoryMoment(
        phase, node?.Id ?? 0, node?.Name, node?.OperationName, (node ?? root).Shape, (node ?? root).DType, node?.Line,
        leafBytes, savedBytes, gradientBytes));

    private static long Bytes(Node node) => node.Shape.Count * node.DType.Size;
}
