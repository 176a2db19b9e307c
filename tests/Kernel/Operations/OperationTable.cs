namespace NotebookGrad.Tests.Operations;

/// <summary>
/// Every operation in NotebookGrad's words, under the names of <c>Reference/generate.py</c>, which says the same in
/// PyTorch's.
/// </summary>
internal static class OperationTable
{
    private static readonly Tensor Index = Tensor.Of(new long[,] { { 0, 2, 2 }, { 1, 0, 3 } });
    private static readonly Tensor Labels = Tensor.Of([2, 0, 1, 2]);
    private static readonly Tensor Rows = Tensor.Of([2, 0, 2, 1]);

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
        ["reshape"] = x => x[0].Reshape(2, -1) * 3,
        ["reshape transposed"] = x => x[0].T.Reshape(6, 2).Pow(2),
        ["transpose"] = x => x[0].Transpose(0, 2).Pow(2),
        ["expand"] = x => x[0].Expand(4, 3, 2).Pow(2),
        ["clone"] = x => x[0].Clone() * x[0],
        ["index"] = x => x[0][0, 1..3].Pow(2),
        ["index last"] = x => x[0][^1] * x[0][.., null, 0],
        ["index tail"] = x => x[0][1.., ..^2].Exp(),
        ["gather"] = x => x[0].Gather(1, Index.To(x[0].Device)).Pow(2),
        ["gather rows"] = x => x[0].Gather(0, Index.To(x[0].Device)).Pow(2),
        ["index_select"] = x => x[0].IndexSelect(0, Rows.To(x[0].Device)).Pow(2),
        ["cast"] = x => x[0].To(DType.Float32).To(DType.Float64).To(x[0].DType).Pow(2),
        ["to device"] = x => x[0].To(Other(x[0].Device)).To(x[0].Device).Pow(2),
        ["sum"] = x => x[0].Sum().Pow(2),
        ["sum dim"] = x => x[0].Sum(1).Pow(2),
        ["sum keepdim"] = x => x[0].Sum(0, keepDim: true) * x[0],
        ["sum dims"] = x => x[0].Sum([0, 2]).Pow(2),
        ["sum of none"] = x => x[0].Sum(0),
        ["sum transposed"] = x => x[0].T.Sum(0).Pow(2),
        ["mean"] = x => x[0].Mean().Pow(2),
        ["mean keepdim"] = x => x[0].Mean(0, keepDim: true) * x[0],
        ["mean last"] = x => x[0].Mean(-1).Pow(2),
        ["softmax"] = x => x[0].Softmax(1),
        ["softmax dim 0"] = x => x[0].Softmax(0),
        ["softmax large"] = x => (x[0] * 500).Softmax(0),
        ["log_softmax"] = x => x[0].LogSoftmax(1),
        ["log_softmax middle"] = x => x[0].LogSoftmax(1),
        ["matmul"] = x => x[0].MatMul(x[1]),
        ["matmul vector"] = x => x[0].MatMul(x[1]),
        ["matmul row"] = x => x[0].MatMul(x[1]),
        ["matmul dot"] = x => x[0].MatMul(x[1]),
        ["matmul batched"] = x => x[0].MatMul(x[1]),
        ["matmul batch by vector"] = x => x[0].MatMul(x[1]),
        ["matmul vector by batch"] = x => x[0].MatMul(x[1]),
        ["matmul transposed"] = x => x[0].T.MatMul(x[1].T),
        ["matmul of none"] = x => x[0].MatMul(x[1]),
        ["mse_loss"] = x => Functional.MseLoss(x[0], x[1]),
        ["cross_entropy"] = x => Functional.CrossEntropy(x[0], Labels.To(x[0].Device)),
        ["cross_entropy of one row"] = x => Functional.CrossEntropy(x[0], Labels[0].To(x[0].Device)),
        ["mlp"] = x => Functional.MseLoss(
            (x[0].MatMul(x[1]) + x[2]).Tanh().MatMul(x[3]), Tensor.Ones(4, 1, dtype: x[0].DType, device: x[0].Device)),
        ["negative log likelihood"] = x => -x[0].MatMul(x[1]).Softmax(0).Log()[1],
    };

    private static Device Other(Device device) => device == Device.Cpu ? Backends.NaiveBackend.Device : Device.Cpu;
}
