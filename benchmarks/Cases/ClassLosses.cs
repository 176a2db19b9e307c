namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Cross-entropy of logits against the numbers of classes.</summary>
internal static class ClassLosses
{
    /// <summary>The cases: of a lecture's batch, where asking takes the time, and of one that takes it itself.</summary>
    public static Case[] All { get; } =
    [
        Forward(32, 10, aim: 0.9), ForwardAndBackward(32, 10, aim: 0.9),
        Forward(4096, 1000, aim: 0.95), ForwardAndBackward(4096, 1000, aim: 0.95),
    ];

    /// <summary>The mean loss, not recorded.</summary>
    public static Case Forward(int rows, int classes, Aim aim) => new($"cross_entropy {rows}×{classes}", aim, () =>
    {
        var (logits, labels) = (Numbers.Wave(0.7, rows, classes), Numbers.Positions(classes, rows));
        return Iteration.Of(() => Functional.CrossEntropy(logits, labels));
    });

    /// <summary>The gradient of the mean loss; the loss itself would hide it among the results.</summary>
    public static Case ForwardAndBackward(int rows, int classes, Aim aim) => new(
        $"cross_entropy {rows}×{classes}, forward and backward", aim, () =>
        {
            var (logits, labels) = (Numbers.Parameter(0.7, rows, classes), Numbers.Positions(classes, rows));
            return new(
                () =>
                {
                    logits.Grad = null;
                    Functional.CrossEntropy(logits, labels).Backward();
                },
                () => [logits.Grad!]);
        });
}
