namespace NotebookGrad.Benchmarks.Cases;

/// <summary>What moves windows over images, forward and backward.</summary>
internal static class Convolutions
{
    /// <summary>The cases.</summary>
    public static Case[] All { get; } =
    [
        // The operation itself, its gradient by the input and that by the weight take the same number of products.
        new("convolution 8×64×56×56, 3×3, forward and backward", aim: 0.9, Convolution,
            new(3 * 2.0 * 8 * 56 * 56 * 64 * 64 * 9, WorkKind.Arithmetic)),
        new("max pooling 64×6×28×28, 2×2, forward and backward", aim: 0.9, MaxPooling),
    ];

    private static Iteration Convolution()
    {
        var (x, w) = (Numbers.Parameter(0.7, 8, 64, 56, 56), Numbers.Parameter(0.3, 64, 64, 3, 3));
        return Gradients([x, w], () => Functional.Conv2d(x, w, padding: 1));
    }

    private static Iteration MaxPooling()
    {
        var x = Numbers.Parameter(0.7, 64, 6, 28, 28);
        return Gradients([x], () => Functional.MaxPool2d(x, 2));
    }

    private static Iteration Gradients(Tensor[] leaves, Func<Tensor> function) => new(
        () =>
        {
            foreach (var leaf in leaves)
            {
                leaf.Grad = null;
            }

            function().Sum().Backward();
        },
        () => [.. leaves.Select(leaf => leaf.Grad!)]);
}
