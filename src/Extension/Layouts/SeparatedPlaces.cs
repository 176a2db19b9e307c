namespace NotebookGrad.Layouts;

/// <summary>
/// Places in a row that keep their distances: the weighted least-squares solution by pooling adjacent violators
/// (Ayer et al. 1955), exact and in linear time.
/// </summary>
internal static class SeparatedPlaces
{
    /// <summary>
    /// The places nearest to <paramref name="wishes"/> with place i at least <paramref name="separations"/>[i] behind
    /// place i − 1.
    /// </summary>
    public static double[] Nearest(double[] wishes, double[] weights, double[] separations)
    {
        // Taking the distances away leaves the question for a row that only must not fall.
        var shift = new double[wishes.Length];
        var blocks = new List<(double Mean, double Weight, int Count)>();
        for (var index = 0; index < wishes.Length; index++)
        {
            shift[index] = index == 0 ? 0 : shift[index - 1] + separations[index];
            var block = (Mean: wishes[index] - shift[index], Weight: weights[index], Count: 1);
            while (blocks.Count > 0 && blocks[^1].Mean > block.Mean)
            {
                var before = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                var weight = before.Weight + block.Weight;
                var mean = ((before.Mean * before.Weight) + (block.Mean * block.Weight)) / weight;
                block = (mean, weight, before.Count + block.Count);
            }

            blocks.Add(block);
        }

        var places = new double[wishes.Length];
        var next = 0;
        foreach (var (mean, _, count) in blocks)
        {
            for (var member = 0; member < count; member++, next++)
            {
                places[next] = mean + shift[next];
            }
        }

        return places;
    }
}
