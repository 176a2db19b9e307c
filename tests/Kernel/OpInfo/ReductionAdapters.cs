namespace NotebookGrad.Tests.OpInfo;

/// <summary>Operations along axes.</summary>
internal static class ReductionAdapters
{
    public static Adapters All { get; } = new()
    {
        { "sum", x => x.IntsOrNull(1, "dim") is { } dim ? x.Tensor(0).Sum(dim, x.Bool(2, "keepdim")) : x.Tensor(0).Sum() },
        { "softmax", x => x.Tensor(0).Softmax(x.Int(1, "dim")) },
        { "log_softmax", x => x.Tensor(0).LogSoftmax(x.Int(1, "dim")) },
    };
}
