namespace NotebookGrad.Gallery;

/// <summary>Tensors, from one number to a layer's weights.</summary>
internal static class TensorExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("One number", "With its gradient.", () =>
        {
            var x = Tensor.Of(2f, requiresGrad: true).Named("x");
            (x * x).Backward();
            return x;
        }),
        new("A small matrix", "As numbers.", () => Tensor.Of(new[,] { { 1f, -2f, 3f }, { 0f, 0.5f, -1f } }).Named("A")),
        new("A line", "A sine.", () => Tensor.Linspace(0, 6.28, 100).Sin().Named("sine")),
        new("A long line", "Each point stands for many elements, the shade for their range.", () =>
        {
            var noise = 0.2 * Tensor.Randn(100_000, generator: new Generator(6));
            return (Tensor.Linspace(0, 20, 100_000).Sin() + noise).Named("noisy");
        }),
        new("Weights and their gradient", "Blue below zero, orange above; the same cells.", () =>
        {
            var w = Tensor.Randn(12, 20, generator: new Generator(1)).Named("w");
            w.RequiresGrad = true;
            w.Tanh().Pow(2).Sum().Backward();
            return w;
        }),
        new("Not a number", "Counted, and where they are.", () =>
        {
            var x = Tensor.Linspace(-3, 4, 64).Reshape(8, 8);
            return x.Log().Named("log x");
        }),
        new("A million elements", "Each cell stands for a block.", () =>
            Tensor.Randn(1000, 1000, generator: new Generator(2)).Named("large")),
        new("Three axes", "Slices along the first.", () =>
            Tensor.Randn(6, 8, 8, generator: new Generator(3)).Named("images")),
        new("Four axes", "The first and last places, and some between.", () =>
            Tensor.Randn(16, 3, 5, 5, generator: new Generator(5)).Named("kernels")),
        new("An image", "Red, green and blue.", () =>
        {
            var (across, down) = (Tensor.Linspace(0, 1, 48).Expand(48, 48), Tensor.Linspace(0, 1, 48).Unsqueeze(1));
            return Tensor.Stack([across, down.Expand(48, 48), 1 - across], 0).Named("colours").Image();
        }),
        new("A batch of images", "As a sheet.", () => Digits.Network.Images[..32].Reshape(-1, 8, 8).Image()),
        new("Labels", "Few whole numbers: how many there are of each.", () => Digits.Network.Labels),
        new("Truth", "True and false.", () => Tensor.Randn(4, 12, generator: new Generator(4)).Gt(0).Named("positive")),
    ];
}
