namespace NotebookGrad.Nn;

/// <summary>h = tanh(x·W_ihᵀ + b_ih + h·W_hhᵀ + b_hh), step by step over a sequence. Elman (1990).</summary>
/// <param name="inputSize">The length of an element of the sequence.</param>
/// <param name="hiddenSize">The length of a state.</param>
/// <param name="numLayers">How many layers, each over the outputs of the one before.</param>
/// <param name="nonlinearity"><c>"tanh"</c> or <c>"relu"</c>.</param>
/// <param name="bias">Whether something is added.</param>
/// <param name="batchFirst">Whether sequences are [batch, length, …] rather than [length, batch, …].</param>
/// <param name="dropout">The probability with which outputs between layers are dropped in training.</param>
/// <param name="bidirectional">Whether each layer goes both ways and joins the outputs.</param>
/// <param name="dtype">The parameters' type.</param>
/// <exception cref="ArgumentException">A number does not fit.</exception>
public sealed class Rnn(
    int inputSize, int hiddenSize, int numLayers = 1, string nonlinearity = "tanh", bool bias = true,
    bool batchFirst = false, double dropout = 0, bool bidirectional = false, DType dtype = DType.Float32)
    : RecurrentNetwork(
        "rnn", 1, 1, inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, dtype)
{
    private readonly Func<Tensor, Tensor> activation = nonlinearity switch
    {
        "tanh" => x => x.Tanh(),
        "relu" => x => x.Relu(),
        _ => throw new ArgumentException($"rnn: nonlinearity \"{nonlinearity}\" is neither \"tanh\" nor \"relu\""),
    };

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

    private protected override Tensor[] Step(Tensor fromInput, Tensor fromState, Tensor[] state) =>
        [activation(fromInput + fromState)];
}
