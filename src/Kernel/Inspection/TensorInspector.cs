namespace NotebookGrad.Inspection;

/// <summary>Takes the snapshot of a tensor.</summary>
public static class TensorInspector
{
    extension(Tensor tensor)
    {
        /// <summary>
        /// The identity of the tensor's node, by which the nodes of a <see cref="GraphSnapshot"/> can be matched with
        /// variables; null for a tensor that no graph has met.
        /// </summary>
        public long? Identity => tensor.Node?.Id;

        /// <summary>The tensor as it stands now, for drawing.</summary>
        public TensorSnapshot Snapshot()
        {
            var values = ValueInspector.Read(tensor);
            var summary = ValueInspector.Summarize(values);
            var columns = tensor.Shape.Rank == 0 ? 1 : tensor.Shape[^1];
            var rows = columns == 0 ? 0 : values.Length / columns;
            return new TensorSnapshot(
                tensor.Identity,
                tensor.Name,
                tensor.Shape,
                tensor.DType,
                tensor.Device.Name,
                tensor.RequiresGrad,
                tensor.IsLeaf,
                tensor.GradFn?.OperationName,
                summary,
                tensor.Node is { Gathers: true, Gradient: { } gradient } ? ValueInspector.Summarize(gradient) : null,
                Grid(values, rows, columns),
                rows,
                columns,
                Histogram(values, summary));
        }
    }

    private static double[][] Grid(double[] values, int rows, int columns)
    {
        var grid = new double[Math.Min(rows, TensorSnapshot.GridRows)][];
        for (var row = 0; row < grid.Length; row++)
        {
            grid[row] = values.AsSpan(row * columns, Math.Min(columns, TensorSnapshot.GridColumns)).ToArray();
        }

        return grid;
    }

    private static int[] Histogram(double[] values, ValueSummary summary)
    {
        var counts = new int[TensorSnapshot.Bins];
        var width = (summary.Maximum - summary.Minimum) / counts.Length;
        foreach (var value in values.Where(double.IsFinite))
        {
            // One value alone, or a range beyond double's, has no bins: the middle one stands for it.
            var place = width > 0 && double.IsFinite(width) ? (value - summary.Minimum) / width : counts.Length / 2;
            counts[Math.Min((int)place, counts.Length - 1)]++;
        }

        return counts;
    }
}
