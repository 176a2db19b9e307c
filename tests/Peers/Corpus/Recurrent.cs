using static NotebookGrad.Peers.Corpus.Leaves;

namespace NotebookGrad.Peers.Corpus;

/// <summary>Networks unrolled over the steps of a sequence; all steps share their parameters.</summary>
internal static class Recurrent
{
    private const int Width = 4;

    /// <summary>h = tanh(x·W + h·U + b), and an output at each step.</summary>
    public static Tensor Elman(int steps)
    {
        var (input, hidden, bias, output) =
            (Weight(Width, Width), Weight(Width, Width), Weight(Width), Weight(Width, 2));
        var h = Input(1, Width);
        var loss = Tensor.Zeros(1);
        for (var step = 0; step < steps; step++)
        {
            h = (Input(1, Width).MatMul(input) + h.MatMul(hidden) + bias).Tanh();
            loss = loss + Functional.MseLoss(h.MatMul(output), Input(1, 2));
        }

        return loss;
    }

    /// <summary>Long short-term memory in one matrix product a step (Hochreiter and Schmidhuber 1997).</summary>
    public static Tensor Lstm(int steps, int layers = 1)
    {
        Tensor[] sequence = [.. Enumerable.Range(0, steps).Select(_ => Input(1, Width))];
        for (var layer = 0; layer < layers; layer++)
        {
            var (input, hidden, bias) = (Weight(Width, 4 * Width), Weight(Width, 4 * Width), Weight(4 * Width));
            var (h, c) = (Input(1, Width), Input(1, Width));
            for (var step = 0; step < steps; step++)
            {
                var gates = (sequence[step].MatMul(input) + h.MatMul(hidden) + bias).Chunk(4, 1);
                c = (gates[0].Sigmoid() * c) + (gates[1].Sigmoid() * gates[2].Tanh());
                h = gates[3].Sigmoid() * c.Tanh();
                sequence[step] = h;
            }
        }

        return Functional.MseLoss(sequence[^1], Input(1, Width));
    }

    /// <summary>Gated recurrent units with a matrix for each gate (Cho et al. 2014).</summary>
    public static Tensor Gru(int steps)
    {
        Tensor[] w = [.. Enumerable.Range(0, 6).Select(_ => Weight(Width, Width))];
        var h = Input(1, Width);
        for (var step = 0; step < steps; step++)
        {
            var x = Input(1, Width);
            var reset = (x.MatMul(w[0]) + h.MatMul(w[1])).Sigmoid();
            var update = (x.MatMul(w[2]) + h.MatMul(w[3])).Sigmoid();
            var candidate = (x.MatMul(w[4]) + (reset * h).MatMul(w[5])).Tanh();
            h = ((1 - update) * candidate) + (update * h);
        }

        return h.Sum();
    }
}
