namespace NotebookGrad.Peers.Corpus;

/// <summary>Programs of operations with two operands each, drawn at random; the same for the same seed.</summary>
internal static class RandomProgram
{
    private const double ShareOfLeaves = 0.1;

    /// <summary>Computes with so many values, leaves included, give or take one.</summary>
    /// <param name="nodes">The number of leaves and operations.</param>
    /// <param name="reach">From how many of the latest values an operand is drawn.</param>
    /// <param name="seed">What the choice follows from.</param>
    public static Tensor Of(int nodes, int reach, int seed)
    {
        var random = new Random(seed);
        List<Tensor> values = [Leaves.Weight(2), Leaves.Weight(2)];
        List<int> unused = [0, 1];

        // What is left at the end is added up, because a graph shows only what its root depends on.
        while (values.Count + unused.Count - 1 < nodes)
        {
            if (random.NextDouble() < ShareOfLeaves)
            {
                Append(Leaves.Weight(2));
            }

            Apply(random.Next(4), random.Next(2) == 0 ? Unused() : Any(), Any());
        }

        while (unused.Count > 1)
        {
            Apply(operation: 0, unused[0], unused[1]);
        }

        return values[^1];

        int Any() => values.Count - 1 - random.Next(Math.Min(reach, values.Count));

        int Unused() => unused[^(1 + random.Next(Math.Min(reach, unused.Count)))];

        void Append(Tensor value)
        {
            unused.Add(values.Count);
            values.Add(value);
        }

        void Apply(int operation, int first, int second)
        {
            var (a, b) = (values[first], values[second]);
            unused.Remove(first);
            unused.Remove(second);
            Append(operation switch
            {
                0 => a + b,
                1 => a - b,
                2 => a * b,
                _ => a.Maximum(b),
            });
        }
    }
}
