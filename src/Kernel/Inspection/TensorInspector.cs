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
            var values = ElementsSeen.Of(tensor);
            var gradient = tensor.Node is { Gathers: true, Gradient: { } gathered } ? ElementsSeen.Of(gathered) : null;
            return new TensorSnapshot(
                tensor.Identity,
                tensor.Name,
                tensor.Shape,
                tensor.DType,
                tensor.Device.Name,
                tensor.RequiresGrad,
                tensor.IsLeaf,
                tensor.GradFn?.OperationName,
                values.Summary,
                values.Map,
                values.Histogram,
                gradient?.Summary,
                gradient?.Map);
        }
    }
}
