namespace NotebookGrad.Tests.OpInfo;

/// <summary>The same elements in another shape.</summary>
internal static class ShapeAdapters
{
    public static Adapters All { get; } = new()
    {
        { "reshape", x => x.Tensor(0).Reshape(x.Ints(1, "shape")) },
        { "reshape_as", x => x.Tensor(0).Reshape(x.Tensor(1).Shape.ToArray()) },
        { "transpose", x => x.Tensor(0).Transpose(x.Int(1, "dim0"), x.Int(2, "dim1")) },
        { "t", x => x.Tensor(0).T },
        { "T", x => x.Tensor(0).T },
        { "mT", x => x.Tensor(0).Transpose(-1, -2) },
        { "expand_as", x => x.Tensor(0).Expand(x.Tensor(1).Shape.ToArray()) },
        { "clone", x => x.Ignoring("memory_format").Tensor(0).Clone() },
    };
}
