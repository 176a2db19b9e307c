namespace NotebookGrad.Gallery;

/// <summary>What lies behind a result: its chain of grad_fn, and what it keeps in memory.</summary>
internal static class MemoryExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("The grad_fn chain", "Shared nodes are shown once.", () => Loss().GradFn!),
        new("A chain of thousands", "What repeats is told once.", () =>
        {
            var x = Tensor.Of(0.5f, requiresGrad: true).Named("x");
            var y = x;
            for (var i = 0; i < 2_500; i++)
            {
                y = (y * 0.9f).Tanh();
            }

            return y.GradFn!;
        }),
        new("The memory ledger", "Block by block.", () => Memory.Ledger(Loss())),
        new("Memory over time", "Forward and backward, and where the peak is.", () => Memory.Timeline(Loss())),
        new("After the backward pass", "What is left, and how to see more.", () =>
        {
            var loss = Loss();
            loss.Backward();
            return Memory.Timeline(loss);
        }),
        new("A compiled step of training", "What is done together, and in how little memory.", () =>
        {
            var x = Tensor.Randn(64, 256, generator: new Generator(5));
            var w = Tensor.Randn(256, 256, generator: new Generator(7)) * 0.1f;
            w.RequiresGrad = true;
            var optimizer = new Adam([w]);
            var step = Autograd.Compile(() =>
            {
                optimizer.ZeroGrad();
                var loss = (x.MatMul(w).Tanh() * 0.5f).Square().Mean();
                loss.Backward();
                optimizer.Step();
                return loss;
            });
            for (var i = 0; i < 20; i++)
            {
                step.Call();
            }

            return step.Report;
        }),
        new("A total that keeps every loss alive", "And what to do.", () =>
        {
            var w = Tensor.Of(new[] { 1f, 2f }, requiresGrad: true).Named("w");
            var total = Tensor.Of(0f);
            for (var step = 0; step < 100; step++)
            {
                total = total + (w * w).Sum();
            }

            return Graph.Held(total.Named("total"));
        }),
    ];

    private static Tensor Loss()
    {
        var random = new Generator(5);
        var x = Tensor.Randn(16, 8, generator: random).Named("x");
        var w = Tensor.Randn(8, 4, generator: random).Named("W");
        w.RequiresGrad = true;
        var h = x.MatMul(w).Tanh().Named("h");
        return (h * h).Mean().Named("loss");
    }
}
