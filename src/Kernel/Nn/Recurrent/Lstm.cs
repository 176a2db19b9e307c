namespace NotebookGrad.Nn;

/// <summary>
/// Long short-term memory: c = f·c + i·g and h = o·tanh(c), where the gates i, f, o are sigmoids and g a tanh of input
/// and state. Hochreiter and Schmidhuber (1997), with the forget gate of Gers et al. (2000).
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
public sealed class Lstm(
    int inputSize, int hiddenSize, int numLayers = 1, bool bias = true, bool batchFirst = false, double dropout = 0,
    bool bidirectional = false, DType dtype = DType.Float32)
    : RecurrentNetwork(
        "lstm", 4, 2, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype)
{
    /// <summary>Goes over a sequence.</summary>
    /// <param name="input">[length, batch, input], [batch, length, input], or [length, input] without a batch.</param>
    /// <param name="state">[layers · ways, batch, hidden] each, without the batch as the input; zeros if null.</param>
    /// <returns>[…, hidden · ways] for each step of the last layer, and the last states of all layers.</returns>
    /// <exception cref="ArgumentException">A shape does not fit.</exception>
    public (Tensor Output, (Tensor Hidden, Tensor Cell) State) Call(
        Tensor input, (Tensor Hidden, Tensor Cell)? state = null) => Run(
            () =>
            {
                var (output, states) = Over(input, state is { } given ? [given.Hidden, given.Cell] : null);
                return (output, (states[0], states[1]));
            },
            state is { } begin ? [input, begin.Hidden, begin.Cell] : [input]);

    private protected override Tensor[] Step(Tensor fromInput, Tensor fromState, Tensor[] state)
    {
        var gates = (fromInput + fromState).Chunk(4, 1);
        var cell = (gates[1].Sigmoid() * state[1]) + (gates[0].Sigmoid() * gates[2].Tanh());
        return [gates[3].Sigmoid() * cell.Tanh(), cell];
    }
}
