namespace NotebookGrad.Gallery;

/// <summary>Small graphs, as a first lecture draws them.</summary>
internal static class GraphExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("A square", "Values in blue, gradients in orange, the local derivative on each arrow back.", () =>
        {
            var x = Tensor.Of(2f, requiresGrad: true).Named("x");
            var w = Tensor.Of(3f, requiresGrad: true).Named("w");
            var y = (x * w).Named("y");
            var loss = (y - 2).Pow(2).Named("loss");
            loss.Backward();
            return loss.Graph();
        }),
        new("Before the backward pass", "Values only.", () =>
        {
            var x = Tensor.Of(2f, requiresGrad: true).Named("x");
            var y = (x.Exp() / (1 + x.Exp())).Named("y");
            return y.Graph();
        }),
        new("A value used three times", "Its gradient is the sum over its uses.", () =>
        {
            var x = Tensor.Of(3f, requiresGrad: true).Named("x");
            var y = ((x * x) + x).Named("y");
            y.Backward();
            return y.Graph();
        }),
        new("Two results", "What they share is drawn once.", () =>
        {
            var (x, y) = (Tensor.Of(5f, requiresGrad: true).Named("x"), Tensor.Of(3f, requiresGrad: true).Named("y"));
            var (sum, difference) = ((x + y).Named("sum"), (x - y).Named("difference"));
            return Graph.Of(sum * difference, sum / difference);
        }),
        new("A division that went wrong", "Where the first NaN came from.", () =>
        {
            var x = Tensor.Of(new[] { 0f, 1f }, requiresGrad: true).Named("x");
            var y = (x / x).Named("y");
            var loss = y.Sum().Named("loss");
            loss.Backward();
            return loss.Graph();
        }),
    ];
}
