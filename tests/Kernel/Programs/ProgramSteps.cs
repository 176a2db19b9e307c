namespace NotebookGrad.Tests.Programs;

/// <summary>The operations of random programs, as <c>Reference/program_steps.py</c> has them for PyTorch.</summary>
internal static class ProgramSteps
{
    public static IReadOnlyDictionary<string, Func<Tensor[], int[], Tensor>> All { get; } =
        new Dictionary<string, Func<Tensor[], int[], Tensor>>
        {
            ["neg"] = (x, _) => -x[0],
            ["abs"] = (x, _) => x[0].Abs(),
            ["exp"] = (x, _) => x[0].Exp(),
            ["log"] = (x, _) => x[0].Log(),
            ["sqrt"] = (x, _) => x[0].Sqrt(),
            ["tanh"] = (x, _) => x[0].Tanh(),
            ["sigmoid"] = (x, _) => x[0].Sigmoid(),
            ["sin"] = (x, _) => x[0].Sin(),
            ["cos"] = (x, _) => x[0].Cos(),
            ["relu"] = (x, _) => x[0].Relu(),
            ["square"] = (x, _) => x[0].Pow(2),
            ["cube"] = (x, _) => x[0].Pow(3),
            ["plus"] = (x, p) => x[0] + (p[0] / 8.0),
            ["times"] = (x, p) => x[0] * (p[0] / 8.0),
            ["over"] = (x, _) => 1 / x[0],
            ["add"] = (x, _) => x[0] + x[1],
            ["sub"] = (x, _) => x[0] - x[1],
            ["mul"] = (x, _) => x[0] * x[1],
            ["div"] = (x, _) => x[0] / x[1],
            ["matmul"] = (x, _) => x[0].MatMul(x[1]),
            ["sum"] = (x, p) => x[0].Sum(p[0]),
            ["sum_keep"] = (x, p) => x[0].Sum(p[0], keepDim: true),
            ["mean"] = (x, p) => x[0].Mean(p[0]),
            ["mean_keep"] = (x, p) => x[0].Mean(p[0], keepDim: true),
            ["softmax"] = (x, p) => x[0].Softmax(p[0]),
            ["log_softmax"] = (x, p) => x[0].LogSoftmax(p[0]),
            ["transpose"] = (x, p) => x[0].Transpose(p[0], p[1]),
            ["reshape"] = (x, p) => x[0].Reshape(p),
            ["expand"] = (x, p) => x[0].Expand(p),
            ["part"] = (x, p) => x[0][Along(p[0], p[1]..p[2])],
            ["select"] = (x, p) => x[0][Along(p[0], p[1])],
            ["index_select"] = (x, p) => x[0].IndexSelect(p[0], Tensor.Of(p[1..])),
            ["clone"] = (x, _) => x[0].Clone(),
        };

    // Everything of the axes before one, and part of that.
    private static TensorIndex[] Along(int dim, TensorIndex index) => [.. Enumerable.Repeat<TensorIndex>(.., dim), index];
}
