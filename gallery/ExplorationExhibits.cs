namespace NotebookGrad.Gallery;

/// <summary>A lecture's plots in one call each.</summary>
internal static class ExplorationExhibits
{
    public static IReadOnlyList<Exhibit> All { get; } =
    [
        new("Activation functions", "Where a derivative is small, gradients die.", () => Explore.Activations()),
        new("One activation function", "At most a quarter of a gradient passes.", () => Explore.Activation(x => x.Sigmoid())),
    ];
}
