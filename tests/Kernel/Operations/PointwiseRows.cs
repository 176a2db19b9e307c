namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/pointwise.py</c> in NotebookGrad's words.</summary>
internal static class PointwiseRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["neg"] = x => -x[0],
        ["abs"] = x => x[0].Abs(),
        ["abs at zero"] = x => x[0].Abs(),
        ["sign"] = x => x[0].Sign() * x[0],
        ["exp"] = x => x[0].Exp(),
        ["log"] = x => x[0].Log(),
        ["sqrt"] = x => x[0].Sqrt(),
        ["tanh"] = x => x[0].Tanh(),
        ["tanh scalar"] = x => x[0].Tanh(),
        ["tanh transposed"] = x => x[0].T.Tanh(),
        ["sigmoid"] = x => x[0].Sigmoid(),
        ["sin"] = x => x[0].Sin(),
        ["cos"] = x => x[0].Cos(),
        ["relu"] = x => x[0].Relu() * x[0],
        ["relu at zero"] = x => x[0].Relu(),
        ["pow 2"] = x => x[0].Pow(2),
        ["pow 3"] = x => x[0].Pow(3),
        ["pow 0.5"] = x => x[0].Pow(0.5),
        ["pow -1"] = x => x[0].Pow(-1),
        ["pow 1"] = x => x[0].Pow(1),
        ["pow 0"] = x => x[0].Pow(0) + x[0],
        ["add"] = x => x[0] + x[1],
        ["add number"] = x => 2 + x[0] + 0.5,
        ["add broadcast"] = x => x[0] + x[1],
        ["sub"] = x => x[0] - x[1],
        ["sub from number"] = x => 1 - x[0],
        ["mul"] = x => x[0] * x[1],
        ["mul broadcast"] = x => x[0] * x[1],
        ["mul scalar tensor"] = x => x[0] * x[1],
        ["mul itself"] = x => x[0] * x[0],
        ["mul transposed"] = x => x[0].T * x[1],
        ["div"] = x => x[0] / x[1],
        ["div broadcast"] = x => x[0] / x[1],
        ["div number"] = x => x[0] / 4 + 2 / x[0],
    };
}
