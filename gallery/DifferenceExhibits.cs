namespace NotebookGrad.Gallery;

/// <summary>Two versions of a network: what did my edit change?</summary>
internal static class DifferenceExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("Another activation", "One operation is another, and values moved.", () =>
            Graph.Difference(Loss(x => x.Tanh()).Graph(), Loss(x => x.Relu()).Graph())),
        new("A layer inserted", "Heavy lines are new, dashed ones are gone.", () =>
            Graph.Difference(Loss(x => x.Tanh()).Graph(), Loss(x => Layer(x.Tanh(), "U", 16, 16).Tanh()).Graph())),
        new("A wider layer", "The same operations, of other shapes.", () =>
            Graph.Difference(Loss(x => x.Tanh()).Graph(), Loss(x => x.Tanh(), width: 32).Graph())),
        new("A skip connection", "Edges come and go, too.", () =>
        {
            var x = Tensor.Of(new[] { 1f, 2f }, requiresGrad: true).Named("x");
            var before = (x * 2).Tanh().Sum().Named("loss").Graph();
            var after = ((x * 2).Tanh() + x).Sum().Named("loss").Graph();
            return Graph.Difference(before, after);
        }),
    ];

    private static Tensor Loss(Func<Tensor, Tensor> between, int width = 16)
    {
        var x = Tensor.Randn(32, 8, generator: new Generator(6)).Named("x");
        return Layer(between(Layer(x, "V", 8, width)), "W", width, 1).Pow(2).Mean().Named("loss");
    }

    private static Tensor Layer(Tensor x, string name, int inputs, int outputs)
    {
        var weights = (Tensor.Randn(inputs, outputs, generator: new Generator(7)) / Math.Sqrt(inputs)).Named(name);
        weights.RequiresGrad = true;
        return x.MatMul(weights);
    }
}
