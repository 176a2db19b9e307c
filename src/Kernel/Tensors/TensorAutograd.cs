using NotebookGrad.Inspection;

namespace NotebookGrad;

/// <summary>Differentiates, and looks at what was recorded.</summary>
public static class TensorAutograd
{
    extension(Tensor tensor)
    {
        /// <summary>
        /// Adds the gradients of this tensor to the <c>.Grad</c> of all leaves behind it, all or none.
        /// </summary>
        /// <param name="gradient">
        /// The vector of the vector-Jacobian product, of this tensor's shape; may be left out for a single number.
        /// </param>
        /// <param name="retainGraph">Whether to keep what a second pass through the graph would need.</param>
        /// <param name="createGraph">
        /// Whether the gradients can be differentiated in turn; implies that the graph is retained.
        /// </param>
        /// <param name="cancellationToken">
        /// Stops the pass between two operations, with every <c>.Grad</c> as it was and the graph still usable.
        /// </param>
        /// <exception cref="InvalidOperationException">
        /// Nothing behind the tensor requires a gradient, the graph has been used up, a kept tensor was changed in
        /// place, or the tensor is not a single number and no gradient was given.
        /// </exception>
        /// <exception cref="ArgumentException">The gradient has another shape or dtype.</exception>
        /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
        public void Backward(
            Tensor? gradient = null, bool retainGraph = false, bool createGraph = false,
            CancellationToken cancellationToken = default) =>
            BackwardPass.Accumulate(tensor, gradient, retainGraph || createGraph, createGraph, cancellationToken);

        /// <summary>Says whether a leaf gathers a gradient, and returns the tensor.</summary>
        /// <exception cref="InvalidOperationException">
        /// It is a result of an operation, or holds whole numbers.
        /// </exception>
        public Tensor RequiresGrad_(bool requiresGrad = true)
        {
            tensor.RequiresGrad = requiresGrad;
            return tensor;
        }

        /// <summary>The graph behind the tensor as it stands now, for drawing.</summary>
        /// <param name="direction">Where the arrows are to lead: to the right on a slide, down on a page.</param>
        public GraphSnapshot Graph(GraphDirection direction = GraphDirection.Automatic) =>
            GraphInspector.Inspect([tensor]) with { Direction = direction };
    }
}
