namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Operations whose time is that of reaching elements in another order than they lie in.</summary>
internal static class Movements
{
    private const int Rows = 1000;

    /// <summary>The cases.</summary>
    public static Case[] All { get; } =
    [
        new("broadcast add [1000,1] + [1,1000]", aim: 0.95, Broadcast),
        Of("transposed copy 1000×1000", x => x.T.Contiguous()),
        Of("sum 1000×1000 over rows", x => x.Sum(0)),
        Of("sum of every second column of 1000×1000", x => x[.., (.., 2)].Sum()),
        new("gather 1000×1000", aim: 0.95, Gather),
        Of("cumsum 1000×1000", x => x.CumSum(1)),
    ];

    private static Case Of(string name, Func<Tensor, Tensor> function) => new(name, aim: 0.95, () =>
    {
        var x = Numbers.Wave(0.7, Rows, Rows);
        return Iteration.Of(() => function(x));
    });

    private static Iteration Broadcast()
    {
        var (a, b) = (Numbers.Wave(0.7, Rows, 1), Numbers.Wave(1.3, 1, Rows));
        return Iteration.Of(() => a + b);
    }

    private static Iteration Gather()
    {
        var x = Numbers.Wave(0.7, Rows, Rows);
        var index = Numbers.Positions(Rows, Rows, Rows);
        return Iteration.Of(() => x.Gather(1, index));
    }
}
