namespace NotebookGrad;

/// <summary>
/// Controls what is recorded, and differentiates without touching <c>.Grad</c>. Every scope of this class holds in its
/// own flow of execution: it flows with await and into tasks begun inside it, and other threads do not see it.
/// </summary>
public static partial class Autograd
{
    /// <summary>Whether operations on tensors that require a gradient are recorded here and now.</summary>
    public static bool IsRecording => BackwardScope.Current is { } pass
        ? pass.CreatesGraph
        : AutogradMode.Current is { IsPaused: false, IsInference: false };

    /// <summary>Records nothing until the returned scope ends, as in <c>using (Autograd.NoGrad()) { … }</c>.</summary>
    public static IDisposable NoGrad() => SetGradEnabled(false);

    /// <summary>Records again inside a <see cref="NoGrad"/>.</summary>
    public static IDisposable EnableGrad() => SetGradEnabled(true);

    /// <summary>Records, or does not, until the returned scope ends.</summary>
    public static IDisposable SetGradEnabled(bool enabled) =>
        (AutogradMode.Current with { IsPaused = !enabled }).Enter();

    /// <summary>
    /// Records nothing until the returned scope ends, not even under <see cref="EnableGrad"/>, and marks the tensors
    /// made there: a recorded operation that would have to keep one refuses it. For parts of a program that must never
    /// take part in training.
    /// </summary>
    /// <param name="enabled">False ends the mode inside an outer one.</param>
    public static IDisposable InferenceMode(bool enabled = true) =>
        (AutogradMode.Current with { IsInference = enabled }).Enter();

    /// <summary>The gradients of an output by some inputs, without gathering anything in <c>.Grad</c>.</summary>
    /// <param name="output">What to differentiate; a single number unless <paramref name="gradient"/> is given.</param>
    /// <param name="inputs">Tensors that the output was computed from, leaves or not.</param>
    /// <param name="gradient">The vector of the vector-Jacobian product, of the output's shape.</param>
    /// <param name="retainGraph">Whether the graph can be used again.</param>
    /// <param name="createGraph">
    /// Whether the gradients can be differentiated in turn; implies that the graph is retained.
    /// </param>
    /// <param name="allowUnused">Whether an input that the output does not depend on has null for a gradient.</param>
    /// <returns>A gradient for each input, of its shape.</returns>
    /// <exception cref="InvalidOperationException">
    /// An input is not part of the output's graph, or requires no gradient.
    /// </exception>
    public static Tensor[] Grad(
        Tensor output,
        IReadOnlyList<Tensor> inputs,
        Tensor? gradient = null,
        bool retainGraph = false,
        bool createGraph = false,
        bool allowUnused = false) =>
        Grad([output], inputs, [gradient], retainGraph, createGraph, allowUnused);

    /// <summary>
    /// The gradients of the sum of some outputs by some inputs, without gathering anything in <c>.Grad</c>. Only what
    /// lies between them is gone through, and only that is used up.
    /// </summary>
    /// <param name="outputs">What to differentiate.</param>
    /// <param name="inputs">Tensors that the outputs were computed from, leaves or not.</param>
    /// <param name="gradients">
    /// For each output the vector of its vector-Jacobian product, of its shape; null where it is a single number.
    /// </param>
    /// <param name="retainGraph">Whether the graph can be used again.</param>
    /// <param name="createGraph">
    /// Whether the gradients can be differentiated in turn; implies that the graph is retained.
    /// </param>
    /// <param name="allowUnused">Whether an input that no output depends on has null for a gradient.</param>
    /// <returns>A gradient for each input, of its shape.</returns>
    /// <exception cref="ArgumentException">There is not one gradient for each output, or it does not fit.</exception>
    /// <exception cref="InvalidOperationException">
    /// An input is not part of the outputs' graph, or requires no gradient.
    /// </exception>
    public static Tensor[] Grad(
        IReadOnlyList<Tensor> outputs,
        IReadOnlyList<Tensor> inputs,
        IReadOnlyList<Tensor?>? gradients = null,
        bool retainGraph = false,
        bool createGraph = false,
        bool allowUnused = false) =>
        BackwardPass.Differentiate(
            outputs, inputs, gradients ?? new Tensor?[outputs.Count], retainGraph || createGraph, createGraph,
            allowUnused);

    /// <summary>
    /// The derivative of an output along a direction in its inputs (Jacobian-vector product), by forward mode over the
    /// recorded graph; inputs not named stand still.
    /// </summary>
    /// <param name="output">What to differentiate.</param>
    /// <param name="inputs">Tensors that the output was computed from, leaves or not.</param>
    /// <param name="tangents">The direction: for each input a tensor of its shape and dtype.</param>
    /// <returns>A tensor of the output's shape.</returns>
    /// <exception cref="ArgumentException">There is not one tangent for each input, or it does not fit.</exception>
    /// <exception cref="InvalidOperationException">A backward pass has used the graph up.</exception>
    public static Tensor Jvp(Tensor output, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> tangents) =>
        ForwardPass.Push(output, inputs, tangents);

    /// <summary>
    /// Until the returned scope ends, NaN and ∞ are errors where they come up, in values and in gradients: an
    /// <see cref="AnomalyException"/> names the operation, its operands, the places and the line. ∞ that was there
    /// before, as in a mask, passes. Every operation is looked at, so that programs run several times longer.
    /// </summary>
    public static IDisposable DetectAnomaly() => (AutogradMode.Current with { DetectsAnomaly = true }).Enter();
}
