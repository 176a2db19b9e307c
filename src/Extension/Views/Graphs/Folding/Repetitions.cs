namespace NotebookGrad.Views;

/// <summary>
/// Finds what comes again and again in a row of parts and folds it, short periods first, so that a repetition may
/// hold others.
/// </summary>
internal sealed class Repetitions(GraphWiring wiring)
{
    // Less than this is read as quickly as a box with a number.
    private const int FewestOperations = 6;

    private readonly OperationLabels labels = new(wiring);
    private readonly LiveValues live = new(wiring);

    /// <summary>The row with each repetition as one part.</summary>
    public List<Part> Fold(List<Part> row)
    {
        for (var period = 1; 2 * period <= row.Count;)
        {
            var folded = Fold(row, period);

            // What was folded may now repeat at a smaller distance.
            period = folded.Count < row.Count ? 1 : period + 1;
            row = folded;
        }

        return row;
    }

    private List<Part> Fold(List<Part> row, int period)
    {
        bool IsEqual(int index) => labels.Repeats(row[index], row[index + period]);

        // A run of as many equalities as the period is long holds a multiple of it, so that others need no look.
        var folded = new List<Part>();
        var done = 0;
        for (var probe = 0; probe + period < row.Count; probe += period)
        {
            if (probe < done || !IsEqual(probe))
            {
                continue;
            }

            var (start, end) = (probe, probe + 1);
            while (start > done && IsEqual(start - 1))
            {
                start--;
            }

            while (end + period < row.Count && IsEqual(end))
            {
                end++;
            }

            var repeats = (end - start + period) / period;
            var spare = (end - start) % period;
            if (repeats > 1 && row[start + (repeats * period) - 1].End - row[start].First >= FewestOperations)
            {
                var first = Enumerable.Range(start, spare + 1).MinBy(index => Awkwardness(row, index, period));
                var last = first + (repeats * period);
                if (first - period >= done && StartsAlike(row, first - period, period))
                {
                    (first, repeats) = (first - period, repeats + 1);
                }

                folded.AddRange(row[done..first]);
                folded.Add(Repetition(row[first..last], repeats));
                done = last;
            }
            else
            {
                probe += (end - probe - 1) / period * period;
            }
        }

        return done == 0 ? row : [.. folded, .. row[done..]];
    }

    private bool StartsAlike(List<Part> row, int first, int period) =>
        Enumerable.Range(first, period).All(index =>
            labels.Repeats(row[index], row[index + period], row[first].First));

    private Part Repetition(List<Part> parts, int repeats)
    {
        var (first, end) = (parts[0].First, parts[^1].End);
        var name = PartNames.OfUnit(wiring, parts[..(parts.Count / repeats)]);
        return new Part(PartKind.Repetition, name, first, end - first, parts, repeats);
    }

    /// <summary>
    /// How unwelcome a unit is that starts here: few values should lead from one to the next, and the first operation
    /// should be that with the leaf of most axes, as a layer starts with its weights.
    /// </summary>
    private (int Live, int Axes) Awkwardness(List<Part> row, int index, int period)
    {
        var axes = 0;
        foreach (var edge in wiring.Operands(wiring.Operations[row[index].First]))
        {
            axes = Math.Max(axes, wiring.Steps[edge.From] < 0 ? wiring.Nodes[edge.From].Shape.Rank : 0);
        }

        return (live.Before(row[index + period].First), -axes);
    }
}
