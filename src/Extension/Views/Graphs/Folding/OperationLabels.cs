using NotebookGrad.Inspection;

namespace NotebookGrad.Views;

/// <summary>Tells which operations of a graph are alike, whatever their names and values.</summary>
internal sealed class OperationLabels
{
    private readonly GraphWiring wiring;
    private readonly int[] labels;
    private readonly int[] ownLabels;

    // How many steps ago an operand's leaf was used before; a repetition may share its leaves or have its own.
    private readonly int[][] lastUses;

    public OperationLabels(GraphWiring wiring)
    {
        this.wiring = wiring;
        var known = new Dictionary<(string?, string?, Shape, DType, GraphNodeKind, ChangeKind?), int>();
        var pairs = new Dictionary<(int, int), int>();
        var latest = new Dictionary<int, int>();
        labels = new int[wiring.Operations.Length];
        ownLabels = new int[labels.Length];
        lastUses = new int[labels.Length][];

        // What an operand adds is negative where it is a leaf, so that no operation is taken for one.
        int Own(GraphNode node) => Number(
            known, (node.Operation, node.Notation?.Symbol, node.Shape, node.DType, node.Kind, node.Change));
        for (var step = 0; step < labels.Length; step++)
        {
            var place = wiring.Operations[step];
            var operands = wiring.Operands(place);
            var label = ownLabels[step] = Number(pairs, (Own(wiring.Nodes[place]), operands.Length));
            lastUses[step] = new int[operands.Length];
            for (var operand = 0; operand < operands.Length; operand++)
            {
                var from = operands[operand].From;
                var isLeaf = wiring.Steps[from] < 0;
                label = Number(pairs, (label, isLeaf ? -1 - Own(wiring.Nodes[from]) : 0));
                lastUses[step][operand] = isLeaf && latest.TryGetValue(from, out var last) ? step - last : int.MaxValue;
                latest[from] = step;
            }

            labels[step] = label;
        }
    }

    /// <summary>
    /// Whether a part comes again some steps later: the same operations on the same shapes, with operands from as far
    /// behind or from the very same node.
    /// </summary>
    /// <param name="part">The earlier part.</param>
    /// <param name="other">The later part.</param>
    /// <param name="start">
    /// The step of a first unit, which may take from anywhere what the next one takes from it: a first layer works on
    /// the data, a first step on zeros. Without it there is none.
    /// </param>
    public bool Repeats(Part part, Part other, int start = int.MinValue)
    {
        var isAlike = part.Kind == other.Kind && part.Count == other.Count && part.Repeats == other.Repeats;
        for (var step = part.First; isAlike && step < part.End; step++)
        {
            isAlike = Repeats(step, other.First - part.First, start);
        }

        return isAlike;
    }

    private bool Repeats(int step, int distance, int start)
    {
        var later = step + distance;
        if (ownLabels[step] != ownLabels[later] || (start < 0 && labels[step] != labels[later]))
        {
            return false;
        }

        var operands = wiring.Operands(wiring.Operations[step]);
        var others = wiring.Operands(wiring.Operations[later]);
        for (var operand = 0; operand < operands.Length; operand++)
        {
            var (from, other) = (operands[operand].From, others[operand].From);
            var (fromStep, otherStep) = (wiring.Steps[from], wiring.Steps[other]);
            var areLeaves = fromStep < 0 && otherStep < 0;
            var isSame = areLeaves
                ? Math.Min(lastUses[step][operand], distance) == Math.Min(lastUses[later][operand], distance)
                : (otherStep - fromStep == distance && fromStep >= 0) || other == from
                    || (fromStep < start && otherStep < start + distance);
            if (!isSame || !IsSameType(wiring.Nodes[from], wiring.Nodes[other]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSameType(GraphNode node, GraphNode other) =>
        node.Shape == other.Shape && node.DType == other.DType;

    private static int Number<TKey>(Dictionary<TKey, int> known, TKey key)
        where TKey : notnull
    {
        if (!known.TryGetValue(key, out var number))
        {
            number = known.Count;
            known[key] = number;
        }

        return number;
    }
}
