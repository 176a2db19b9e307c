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
        /// <exception cref="InvalidOperationException">
        /// Nothing behind the tensor requires a gradient, the graph has been used up, a kept tensor was changed in
        /// place, or the tensor is not a single number and no gradient was given.
        /// </exception>
        /// <exception cref="ArgumentException">The gradient has another shape or dtype.</exception>
        public void Backward(Tensor? gradient = null, bool retainGraph = false, bool createGraph = false) =>
            BackwardPass.Accumulate(tensor, gradient, retainGraph || createGraph, createGraph);

        /// <summary>The graph behind the tensor as it stands now, for drawing.</summary>
        public GraphSnapshot Graph() => GraphInspector.Inspect([tensor]);
    }
}
