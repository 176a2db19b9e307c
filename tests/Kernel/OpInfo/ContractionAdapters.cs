namespace NotebookGrad.Tests.OpInfo;

/// <summary>Products of matrices, convolutions and pooling.</summary>
internal static class ContractionAdapters
{
    public static Adapters All { get; } = new()
    {
        { "matmul", x => x.Tensor(0).MatMul(x.Tensor(1)) },
        { "__rmatmul__", x => x.Tensor(1).MatMul(x.Tensor(0)) },
        { "mm", x => x.Tensor(0).MatMul(x.Tensor(1)) },
        { "mv", x => x.Tensor(0).MatMul(x.Tensor(1)) },
        { "bmm", x => x.Tensor(0).MatMul(x.Tensor(1)) },
        { "dot", x => x.Tensor(0).MatMul(x.Tensor(1)) },
    };
}
