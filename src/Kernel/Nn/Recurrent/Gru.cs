namespace NotebookGrad.Nn;

/// <summary>
/// Gated recurrent units: h = (1 − z)·n + z·h, where n = tanh(x + r·h) and the gates r and z are sigmoids of both. Cho
/// et al., "Learning phrase representations" (2014).
/// </summary>
/// <param name="inputSize">The length of an element of the sequence.</param>
/// <param name="hiddenSize">The length of a state.</param>
/// <param name="numLayers">How many layers, each over the outputs of the one before.</param>
/// <param name="bias">Whether something is added.</param>
/// <param name="batchFirst">Whether sequences are [batch, length, …] rather than [length, batch, …].</param>
/// <param name="dropout">The probability with which outputs between layers are dropped in training.</param>
/// <param name="bidirectional">Whether each layer goes both ways and joins the outputs.</param>
/// <param name="dtype">The parameters' type.</param>
/// <exception cref="ArgumentException">A number does not fit.</exception>
public sealed class Gru(
    int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
    bool bidirectional = false, DType dtype = DType.Float32)
    : RecurrentNetwork(
        "gru", 3, 1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype)
{
    /// <summary>Goes over a sequence.</summary>
    /// <param name="input">[length, batch, input], [batch, length, input], or [length, input] without a batch.</param>
    /// <param name="state">[layers · ways, batch, hidden], without the batch as the input; zeros if null.</param>
    /// <returns>[…, hidden · ways] for each step of the last layer, and the last states of all layers.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, Tensor State) Call(Tensor input, Tensor? state = null) => Run(
        () =>
        {
            var (output, states) = Over(input, state is null ? null : [state]);
            return (output, states[0]);
        },
        state is null ? [input] : [input, state]);

    private protected override Tensor[] Step(Tensor fromInput, Tensor fromState, Tensor[] state)
    {
        var (input, hidden) = (fromInput.Chunk(3, 1), fromState.Chunk(3, 1));
        var reset = (input[0] + hidden[0]).Sigmoid();
        var update = (input[1] + hidden[1]).Sigmoid();
        var candidate = (input[2] + (reset * hidden[2])).Tanh();
        return [candidate + (update * (state[0] - candidate))];
    }
}
