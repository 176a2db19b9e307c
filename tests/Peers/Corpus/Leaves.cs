namespace NotebookGrad.Peers.Corpus;

/// <summary>Where computations start. The numbers matter to no layout.</summary>
internal static class Leaves
{
    /// <summary>A parameter of a shape.</summary>
    public static Tensor Weight(params int[] shape) => Tensor.Full(shape, 0.1, requiresGrad: true);

    /// <summary>An input of a shape.</summary>
    public static Tensor Input(params int[] shape) => Tensor.Full(shape, 0.5);

    /// <summary>A parameter that is a single number.</summary>
    public static Tensor Number(string name, double value) => Tensor.Of(value, requiresGrad: true).Named(name);

    /// <summary>x·W + b, with parameters of its own.</summary>
    public static Tensor Dense(Tensor x, int width) => x.MatMul(Weight(x.Shape[^1], width)) + Weight(width);
}
