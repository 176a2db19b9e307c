namespace NotebookGrad.Nn;

/// <summary>
/// What <see cref="Rnn"/>, <see cref="Lstm"/> and <see cref="Gru"/> are alike in: layers over a sequence, one or both
/// ways. Parameters begin uniform within ±1/√hidden and are named as PyTorch's, <c>weight_ih_l0</c>.
/// </summary>
public abstract class RecurrentNetwork : Module
{
    private readonly string name;
    private readonly int inputSize;
    private readonly int hiddenSize;
    private readonly int states;
    private readonly bool batchFirst;
    private readonly double dropout;
    private readonly Cell[][] layers;

    /// <param name="name">What messages call the network.</param>
    /// <param name="gates">How many numbers a step works out for each of the state.</param>
    /// <param name="states">How many tensors a state is.</param>
    /// <param name="inputSize">The length of an element of the sequence.</param>
    /// <param name="hiddenSize">The length of a state.</param>
    /// <param name="numLayers">How many layers, each over the outputs of the one before.</param>
    /// <param name="bias">Whether something is added.</param>
    /// <param name="batchFirst">Whether sequences are [batch, length, …] rather than [length, batch, …].</param>
    /// <param name="dropout">The probability with which outputs between layers are dropped in training.</param>
    /// <param name="bidirectional">Whether each layer goes both ways and joins the outputs.</param>
    /// <param name="dtype">The parameters' type.</param>
    /// <exception cref="ArgumentException">A number does not fit.</exception>
    private protected RecurrentNetwork(
        string name, int gates, int states, int inputSize, int hiddenSize, int numLayers, bool bias, bool batchFirst,
        double dropout, bool bidirectional, DType dtype)
    {
        (this.name, this.states, this.batchFirst) = (name, states, batchFirst);
        this.inputSize = LayerChecks.Positive(name, nameof(inputSize), inputSize);
        this.hiddenSize = LayerChecks.Positive(name, nameof(hiddenSize), hiddenSize);
        this.dropout = LayerChecks.Probability(name, dropout);
        layers = new Cell[LayerChecks.Positive(name, nameof(numLayers), numLayers)][];
        for (var layer = 0; layer < numLayers; layer++)
        {
            var width = layer == 0 ? inputSize : hiddenSize * (bidirectional ? 2 : 1);
            layers[layer] = Array.ConvertAll<string, Cell>(bidirectional ? ["", "_reverse"] : [""], way => new(
                First($"weight_ih_l{layer}{way}", [gates * hiddenSize, width], dtype),
                First($"weight_hh_l{layer}{way}", [gates * hiddenSize, hiddenSize], dtype),
                bias ? First($"bias_ih_l{layer}{way}", [gates * hiddenSize], dtype) : null,
                bias ? First($"bias_hh_l{layer}{way}", [gates * hiddenSize], dtype) : null));
        }

        Options = $"{inputSize} → {hiddenSize}"
            + LayerText.Unless1("numLayers", numLayers) + LayerText.Without("bias", bias)
            + (batchFirst ? ", batchFirst" : string.Empty) + (bidirectional ? ", bidirectional" : string.Empty);
    }

    /// <inheritdoc/>
    protected override string Options { get; }

    private int Ways => layers[0].Length;

    /// <summary>One step.</summary>
    /// <param name="fromInput">[batch, gates · hidden], what the input contributes.</param>
    /// <param name="fromState">The same of the state before.</param>
    /// <param name="state">The state before, each tensor [batch, hidden].</param>
    /// <returns>The state after; its first tensor is the output.</returns>
    private protected abstract Tensor[] Step(Tensor fromInput, Tensor fromState, Tensor[] state);

    /// <summary>Goes over a sequence.</summary>
    /// <param name="input">[length, batch, input], [batch, length, input], or [length, input] without a batch.</param>
    /// <param name="initial">[layers · ways, batch, hidden] each, batchless as the input; null for zeros.</param>
    /// <returns>[…, hidden · ways] for each step of the last layer, and the last states of all layers.</returns>
    private protected (Tensor Output, Tensor[] States) Over(Tensor input, Tensor[]? initial)
    {
        Check(input, initial);
        var isSingle = input.Shape.Rank == 2;
        var sequence = isSingle ? input.Unsqueeze(1) : batchFirst ? input.Transpose(0, 1) : input;
        var batch = sequence.Shape[1];
        var begin = initial is null
            ? [.. Enumerable.Range(0, states).Select(_ => Tensor.Zeros(
                [layers.Length * Ways, batch, hiddenSize], dtype: input.DType, device: input.Device))]
            : isSingle ? Array.ConvertAll(initial, state => state.Unsqueeze(1)) : initial;
        var ends = new List<Tensor>[states];
        for (var i = 0; i < states; i++)
        {
            ends[i] = [];
        }

        for (var layer = 0; layer < layers.Length; layer++)
        {
            var outputs = new List<Tensor>();
            for (var way = 0; way < Ways; way++)
            {
                var index = (layer * Ways) + way;
                var state = Array.ConvertAll(begin, all => all[index]);
                outputs.Add(Walk(layers[layer][way], sequence, ref state, isBackwards: way == 1));
                for (var i = 0; i < states; i++)
                {
                    ends[i].Add(state[i]);
                }
            }

            sequence = outputs is [var only] ? only : Tensor.Cat([.. outputs], -1);
            if (layer < layers.Length - 1)
            {
                sequence = Functional.Dropout(sequence, dropout, IsTraining);
            }
        }

        var last = Array.ConvertAll(ends, all => Tensor.Stack([.. all]));
        return isSingle
            ? (sequence.Squeeze(1), Array.ConvertAll(last, state => state.Squeeze(1)))
            : (batchFirst ? sequence.Transpose(0, 1) : sequence, last);
    }

    private Tensor Walk(Cell cell, Tensor sequence, ref Tensor[] state, bool isBackwards)
    {
        // What the inputs contribute does not wait for the states: one product for the whole sequence.
        var inputs = Functional.Linear(sequence, cell.InputWeight, cell.InputBias).Unbind();
        var outputs = new Tensor[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var at = isBackwards ? inputs.Length - 1 - i : i;
            state = Step(inputs[at], Functional.Linear(state[0], cell.StateWeight, cell.StateBias), state);
            outputs[at] = state[0];
        }

        return Tensor.Stack(outputs);
    }

    private void Check(Tensor input, Tensor[]? initial)
    {
        var rank = input.Shape.Rank;
        if (rank is not (2 or 3) || input.Shape[^1] != inputSize || input.Shape[rank == 3 && batchFirst ? 1 : 0] == 0)
        {
            throw new ArgumentException(
                $"{name}: {input.Describe("input")} must be "
                + (batchFirst ? $"[batch, length, {inputSize}]" : $"[length, batch, {inputSize}]")
                + $" or [length, {inputSize}], of a length of 1 or more");
        }

        int[] batch = rank == 2 ? [] : [input.Shape[batchFirst ? 0 : 1]];
        Shape expected = [layers.Length * Ways, .. batch, hiddenSize];
        if (initial is not null && Array.Find(initial, state => state.Shape != expected) is { } stray)
        {
            throw new ArgumentException(
                $"{name}: {stray.Describe("state")} must be {expected}, [layers · ways, batch, hidden]");
        }
    }

    private Tensor First(string parameter, Shape shape, DType dtype)
    {
        var bound = 1 / Math.Sqrt(hiddenSize);
        return Parameter(Init.Uniform_(Tensor.Zeros(shape, dtype: dtype), -bound, bound), parameter);
    }

    private sealed record Cell(Tensor InputWeight, Tensor StateWeight, Tensor? InputBias, Tensor? StateBias);
}
