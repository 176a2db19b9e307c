namespace NotebookGrad.Benchmarks.Cases;

/// <summary>
/// Operations that pass once or twice over large tensors, not recorded; and a deep chain of one that is.
/// </summary>
internal static class Pointwise
{
    private const int Count = 1 << 20;
    private const int Rows = 1000;
    private const int ChainLength = 100;

    /// <summary>The cases.</summary>
    public static Case[] All { get; } =
    [
        new("add 1M", aim: 0.95, Addition, Passes(3)),
        Unary("relu 1M", x => x.Relu()),
        Unary("exp 1M", x => x.Exp()),
        Unary("tanh 1M", x => x.Tanh()),
        Unary("sigmoid 1M", x => x.Sigmoid()),
        new("sum 1M", aim: 0.95, () => Of(Numbers.Wave(0.7, Count), x => x.Sum()), Passes(1)),
        new("softmax 1000×1000", aim: 0.95, () => Of(Numbers.Wave(0.7, Rows, Rows), x => x.Softmax(1))),
        new("layer_norm 1000×1000", aim: 0.95, LayerNorm),
        new("chain of 100 relu over 1M, forward and backward", aim: 0.7, ReluChain),
    ];

    private static Case Unary(string name, Func<Tensor, Tensor> function) =>
        new(name, aim: 0.95, () => Of(Numbers.Wave(0.7, Count), function), Passes(2));

    private static Iteration Of(Tensor x, Func<Tensor, Tensor> function) => Iteration.Of(() => function(x));

    private static Work Passes(int tensors) => new((double)tensors * Count * sizeof(float), WorkKind.Traffic);

    private static Iteration Addition()
    {
        var (a, b) = (Numbers.Wave(0.7, Count), Numbers.Wave(1.3, Count));
        return Iteration.Of(() => a + b);
    }

    private static Iteration LayerNorm()
    {
        var (x, weight, bias) = (Numbers.Wave(0.7, Rows, Rows), Numbers.Wave(0.3, Rows), Numbers.Wave(0.5, Rows));
        return Iteration.Of(() => Functional.LayerNorm(x, [Rows], weight, bias));
    }

    /// <summary>What counts is how fast memory comes and goes.</summary>
    private static Iteration ReluChain()
    {
        var x = Numbers.Parameter(0.7, Count);
        return new(
            () =>
            {
                x.Grad = null;
                var y = x;
                for (var i = 0; i < ChainLength; i++)
                {
                    y = y.Relu();
                }

                y.Sum().Backward();
            },
            () => [x.Grad]);
    }
}
