using NotebookGrad.Backends;

namespace NotebookGrad.Inspection;

/// <summary>Counts what a graph keeps in memory.</summary>
internal static class LedgerInspector
{
    /// <summary>The ledger of a tensor and the graph behind it.</summary>
    public static MemoryLedger Inspect(Tensor output)
    {
        Node[] nodes = [.. GraphWalk.NearestFirst(new[] { output.Node }.OfType<Node>()).OrderBy(node => node.Id)];
        var keepers = new Dictionary<Storage, List<LedgerKeeper>>();
        foreach (var node in nodes)
        {
            foreach (var storage in node.KeptTensors.Select(kept => kept.Storage).Distinct())
            {
                (keepers.TryGetValue(storage, out var known) ? known : keepers[storage] = []).Add(Keeper(node));
            }
        }

        var blocks = new Dictionary<Storage, LedgerEntry>();
        void Add(LedgerKind kind, Node? node, Tensor tensor)
        {
            var name = kind == LedgerKind.Gradient ? node?.Name : tensor.Name;
            blocks.TryAdd(tensor.Storage, new LedgerEntry(
                kind, node?.Id ?? 0, name, keepers.GetValueOrDefault(tensor.Storage) ?? [],
                tensor.Shape, tensor.DType, tensor.Storage.Bytes)
            {
                Operation = node?.Operation is null ? null : node.OperationName,
                Device = tensor.Device.Name,
            });
        }

        Add(LedgerKind.Output, output.Node, output);
        foreach (var node in nodes)
        {
            AddBlocksOf(node, Add);
        }

        foreach (var node in nodes)
        {
            foreach (var tensor in new[] { node.Value, node.Gradient }.OfType<Tensor>())
            {
                Add(LedgerKind.Preview, node, tensor);
            }
        }

        var packed = nodes.SelectMany(Packed).DistinctBy(found => found.Form).Select(found => found.Entry).ToArray();
        return new MemoryLedger(
            [.. blocks.Values.Concat(packed).OrderBy(entry => entry.Id).ThenBy(entry => entry.Kind)],
            keepers.Keys.Sum(storage => storage.Bytes) + packed.Sum(entry => entry.Bytes));
    }

    // Leaves and gradients before saved tensors, so that a block with two purposes is listed under the plainer one.
    private static void AddBlocksOf(Node node, Action<LedgerKind, Node?, Tensor> add)
    {
        if (node is { Operation: null, Value: { } leaf })
        {
            add(LedgerKind.Leaf, node, leaf);
        }

        if (node is { Gathers: true, Gradient: { } gradient })
        {
            add(LedgerKind.Gradient, node, gradient);
        }

        foreach (var kept in node.KeptTensors)
        {
            add(kept.IsLeaf && !kept.RequiresGrad ? LedgerKind.Leaf : LedgerKind.Saved, kept.Node ?? node, kept);
        }
    }

    private static IEnumerable<(IPackedTensor Form, LedgerEntry Entry)> Packed(Node node) =>
        from packed in node.PackedTensors
        where packed.Bytes > 0
        select (packed, new LedgerEntry(
            LedgerKind.Saved, node.Id, node.Name, [Keeper(node)], node.Shape, node.DType, packed.Bytes)
        {
            Operation = node.OperationName,
        });

    private static LedgerKeeper Keeper(Node node) => new(node.Id, node.OperationName, node.Line);
}
