namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Graphs of numbers, all overhead: the lecture's first ones, and long ones.</summary>
internal static class SmallGraphs
{
    private const int ChainLength = 1000;
    private const int GraphLength = 1_000_000;

    /// <summary>The cases.</summary>
    public static Case[] All { get; } =
    [
        new("(x·w − 2)² of numbers, forward and backward", aim: 0.05, Square),
        new("chain of 1,000 tanh of a number, forward and backward", aim: 0.08, TanhChain),
        new("graph of 1,000,000 numbers, built and freed", aim: 0.1, LongGraph),
    ];

    private static Iteration Square()
    {
        var (x, w) = (Tensor.Of(2f, requiresGrad: true), Tensor.Of(3f, requiresGrad: true));
        Tensor loss = null!;
        return new(
            () =>
            {
                (x.Grad, w.Grad) = (null, null);
                loss = ((x * w) - 2).Pow(2);
                loss.Backward();
            },
            () => [loss, x.Grad, w.Grad]);
    }

    private static Iteration TanhChain()
    {
        var x = Tensor.Of(0.01f, requiresGrad: true);
        Tensor y = null!;
        return new(
            () =>
            {
                x.Grad = null;
                y = x;
                for (var i = 0; i < ChainLength; i++)
                {
                    y = y.Tanh();
                }

                y.Backward();
            },
            () => [y, x.Grad]);
    }

    private static Iteration LongGraph()
    {
        var x = Tensor.Of(0.01f, requiresGrad: true);
        return Iteration.Of(() =>
        {
            var y = x;
            for (var i = 0; i < GraphLength; i++)
            {
                y = y * 1.000001f;
            }

            return y.Detach();
        });
    }
}
