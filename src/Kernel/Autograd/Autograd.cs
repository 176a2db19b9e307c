namespace NotebookGrad;

/// <summary>Controls what is recorded, and differentiates without touching <c>.Grad</c>.</summary>
public static class Autograd
{
    // Flows with await, so that a mode set before it holds after it, on whatever thread.
    private static readonly AsyncLocal<bool> Paused = new();

    /// <summary>Whether operations on tensors that require a gradient are recorded here and now.</summary>
    public static bool IsRecording => BackwardScope.Current is { } pass ? pass.CreatesGraph : !Paused.Value;

    /// <summary>Records nothing until the returned scope ends, as in <c>using (Autograd.NoGrad()) { … }</c>.</summary>
    public static IDisposable NoGrad() => new Scope(paused: true);

    /// <summary>Records again inside a <see cref="NoGrad"/>.</summary>
    public static IDisposable EnableGrad() => new Scope(paused: false);

    /// <summary>The gradients of an output by some inputs, without gathering anything in <c>.Grad</c>.</summary>
    /// <param name="output">What to differentiate; a single number unless <paramref name="gradient"/> is given.</param>
    /// <param name="inputs">Tensors that the output was computed from, leaves or not.</param>
    /// <param name="gradient">The vector of the vector-Jacobian product, of the output's shape.</param>
    /// <param name="retainGraph">Whether the graph can be used again.</param>
    /// <param name="createGraph">
    /// Whether the gradients can be differentiated in turn; implies that the graph is retained.
    /// </param>
    /// <returns>A gradient for each input, of its shape.</returns>
    /// <exception cref="InvalidOperationException">An input is not part of the output's graph.</exception>
    public static Tensor[] Grad(
        Tensor output,
        IReadOnlyList<Tensor> inputs,
        Tensor? gradient = null,
        bool retainGraph = false,
        bool createGraph = false) =>
        BackwardPass.Differentiate(output, inputs, gradient, retainGraph || createGraph, createGraph);

    /// <summary>
    /// The derivative of an output along a direction in its inputs (Jacobian-vector product), by forward mode over the
    /// recorded graph; inputs not named stand still.
    /// </summary>
    /// <param name="output">What to differentiate.</param>
    /// <param name="inputs">Tensors that the output was computed from, leaves or not.</param>
    /// <param name="tangents">The direction: for each input a tensor of its shape.</param>
    /// <returns>A tensor of the output's shape.</returns>
    public static Tensor Jvp(Tensor output, IReadOnlyList<Tensor> inputs, IReadOnlyList<Tensor> tangents) =>
        ForwardPass.Push(output, inputs, tangents);

    private sealed class Scope : IDisposable
    {
        private readonly bool before = Paused.Value;

        public Scope(bool paused) => Paused.Value = paused;

        public void Dispose() => Paused.Value = before;
    }
}
