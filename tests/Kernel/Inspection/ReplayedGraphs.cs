using NotebookGrad.Inspection;

namespace NotebookGrad.Tests.Inspection;

/// <summary>Tensors and nodes that the tests of replay look at.</summary>
internal static class ReplayedGraphs
{
    /// <summary>More elements than nodes keep for drawing.</summary>
    public const int Many = 3000;

    /// <summary>As many random numbers.</summary>
    public static Tensor X { get; } = Tensor.Randn([Many], generator: new Generator(5), dtype: DType.Float64);

    /// <summary>A parameter of one number.</summary>
    public static Tensor Leaf(double value) => Tensor.Full([], value, dtype: DType.Float64, requiresGrad: true);

    /// <summary>A parameter of many.</summary>
    public static Tensor LargeLeaf() => X.Clone().RequiresGrad_();

    /// <summary>What the graph of a root tells of a tensor.</summary>
    public static GraphNode At(Tensor root, Tensor tensor) =>
        root.Graph().Nodes.Single(node => node.Id == tensor.Node!.Id);
}
