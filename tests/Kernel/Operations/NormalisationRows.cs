using NotebookGrad.Operations;
using static NotebookGrad.Functional;

namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/normalisations.py</c> in NotebookGrad's words.</summary>
internal static class NormalisationRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["layer_norm"] = x => LayerNorm(x[0], [4], x[1], x[2]),
        ["layer_norm of two axes"] = x => LayerNorm(x[0], [2, 3], x[1], x[2], eps: 0.1),
        ["layer_norm plain"] = x => LayerNorm(x[0], [4]),
        ["layer_norm of a constant row"] = x => LayerNorm(x[0], [4]),
        ["layer_norm transposed"] = x => LayerNorm(x[0].T, [3], null, x[1]),
        ["rms_norm"] = x => RmsNorm(x[0], [4], x[1], eps: 1e-5),
        ["rms_norm plain"] = x => RmsNorm(x[0], [4]),
        ["batch_norm training"] = x => BatchNorm(x[0], null, null, x[1], x[2], training: true),
        ["batch_norm of rows"] = x => BatchNorm(x[0], null, null, training: true, eps: 0.2),
        ["batch_norm evaluation"] = x => BatchNorm(x[0], Mean(x), Variance(x), x[1], x[2]),
        ["batch_norm evaluation plain"] = x => BatchNorm(x[0], Mean(x), Variance(x)),
        ["instance_norm"] = x => InstanceNorm(x[0], weight: x[1], bias: x[2]),
        ["instance_norm evaluation"] = x => InstanceNorm(x[0], Mean(x), Variance(x), useInputStats: false),
        ["group_norm"] = x => GroupNorm(x[0], 2, x[1], x[2]),
        ["group_norm of one group"] = x => GroupNorm(x[0], 1),
        ["dropout"] = x => new Dropout("dropout", Constant(x, 1, 0, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1).Reshape(3, 4) / 0.75).Apply(x),
        ["attention"] = x => ScaledDotProductAttention(x[0], x[1], x[2]),
        ["attention causal"] = x => ScaledDotProductAttention(x[0], x[1], x[2], isCausal: true),
        ["attention masked"] = x => ScaledDotProductAttention(x[0], x[1], x[2], x[3]),
    };

    private static Tensor Mean(Tensor[] x) => Constant(x, -0.5, 0.25, 1, -1.5);

    private static Tensor Variance(Tensor[] x) => Constant(x, 0.5, 2, 1, 0.75);

    private static Tensor Constant(Tensor[] x, params double[] values) => ReferenceCase.Make(values, [values.Length], x[0].DType, x[0].Device);
}
