using static NotebookGrad.Peers.Corpus.Leaves;

namespace NotebookGrad.Peers.Corpus;

/// <summary>Networks of attention (Vaswani et al. 2017).</summary>
internal static class Attention
{
    private const int Length = 3;
    private const int Width = 8;

    /// <summary>Several heads, each with projections of its own.</summary>
    public static Tensor Heads(int heads) => MultiHead(Input(Length, Width), heads).Sum();

    /// <summary>Encoder blocks: attention and a perceptron, both beside a shortcut.</summary>
    public static Tensor Encoder(int blocks, int heads)
    {
        var x = Input(Length, Width) + Weight(Length, Width);
        for (var block = 0; block < blocks; block++)
        {
            x = Perceptron(Normalize(x + MultiHead(x, heads)));
        }

        return Functional.CrossEntropy(Dense(x, 5), Tensor.Of([0L, 1, 2]));
    }

    /// <summary>Decoder blocks that attend to themselves and to an encoder's output.</summary>
    public static Tensor EncoderDecoder(int blocks)
    {
        var memory = Input(Length, Width);
        for (var block = 0; block < blocks; block++)
        {
            memory = Perceptron(Normalize(memory + Head(memory, memory, Width, isCausal: false)));
        }

        var x = Input(Length, Width);
        for (var block = 0; block < blocks; block++)
        {
            x = Normalize(x + Head(x, x, Width, isCausal: true));
            x = Perceptron(Normalize(x + Head(x, memory, Width, isCausal: false)));
        }

        return Functional.CrossEntropy(Dense(x, 5), Tensor.Of([0L, 1, 2]));
    }

    private static Tensor MultiHead(Tensor x, int heads) => Dense(
        Tensor.Cat([.. Enumerable.Range(0, heads).Select(_ => Head(x, x, Width / heads, isCausal: false))], 1), Width);

    private static Tensor Head(Tensor from, Tensor to, int width, bool isCausal) =>
        Functional.ScaledDotProductAttention(
            Dense(from, width), Dense(to, width), Dense(to, width), isCausal: isCausal);

    private static Tensor Perceptron(Tensor x) => Normalize(x + Dense(Functional.Gelu(Dense(x, 2 * Width)), Width));

    private static Tensor Normalize(Tensor x) => Functional.LayerNorm(x, [Width], Weight(Width), Weight(Width));
}
