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
            var summary = ValueInspector.Summarize(values, tensor.Shape);
            var gradient = tensor.Node is { Gathers: true, Gradient: { } gathered }
                ? ValueInspector.Read(gathered)
                : null;
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
                MapInspector.Map(values, tensor.Shape),
                HistogramInspector.Count(values, summary, isWhole: !tensor.DType.IsReal),
                gradient is null ? null : ValueInspector.Summarize(gradient, tensor.Shape),
                gradient is null ? null : MapInspector.Map(gradient, tensor.Shape));
        }
    }
}
