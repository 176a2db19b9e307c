namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/pooling.py</c> in NotebookGrad's words.</summary>
internal static class PoolingRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["max_pool1d"] = x => Functional.MaxPool1d(x[0], 2).Pow(2),
        ["max_pool1d overlapping"] = x => Functional.MaxPool1d(x[0], 3, 1, 1).Pow(2),
        ["max_pool1d ties"] = x => Functional.MaxPool1d(x[0], 3, 1) * 2,
        ["max_pool2d"] = x => Functional.MaxPool2d(x[0], 2).Pow(2),
        ["max_pool2d ties"] = x => Functional.MaxPool2d(x[0], (2, 3), 1) * 2,
        ["max_pool2d dilated"] = x => Functional.MaxPool2d(x[0], (2, 3), (1, 2), (1, 1), (2, 1)).Pow(2),
        ["max_pool2d ceil"] = x => Functional.MaxPool2d(x[0], (3, 2), (3, 2), (1, 0), ceilMode: true).Pow(2),
        ["max_pool2d transposed"] = x => Functional.MaxPool2d(x[0].Transpose(1, 2), 2).Pow(2),
        ["max_pool2d of no batch"] = x => Functional.MaxPool2d(x[0], 2),
        ["max_pool3d"] = x => Functional.MaxPool3d(x[0], 2, 1).Pow(2),
        ["avg_pool1d"] = x => Functional.AvgPool1d(x[0], 2).Pow(2),
        ["avg_pool1d without padding in the mean"] = x => Functional.AvgPool1d(x[0], 3, 2, 1, countIncludePad: false).Pow(2),
        ["avg_pool2d"] = x => Functional.AvgPool2d(x[0], 2).Pow(2),
        ["avg_pool2d overlapping"] = x => Functional.AvgPool2d(x[0], (3, 2), (1, 2), (1, 1)).Pow(2),
        ["avg_pool2d ceil"] = x => Functional.AvgPool2d(x[0], (3, 4), 3, 1, ceilMode: true).Pow(2),
        ["avg_pool2d ceil without padding in the mean"] = x =>
            Functional.AvgPool2d(x[0], (3, 4), 3, 1, ceilMode: true, countIncludePad: false).Pow(2),
        ["avg_pool2d divisor"] = x => Functional.AvgPool2d(x[0], 2, divisorOverride: 3).Pow(2),
        ["avg_pool3d"] = x => Functional.AvgPool3d(x[0], 2, 1, 1).Pow(2),
        ["adaptive_avg_pool1d"] = x => Functional.AdaptiveAvgPool1d(x[0], 3).Pow(2),
        ["adaptive_avg_pool2d"] = x => Functional.AdaptiveAvgPool2d(x[0], (3, -1)).Pow(2),
        ["adaptive_avg_pool2d of all"] = x => Functional.AdaptiveAvgPool2d(x[0], 1).Pow(2),
        ["adaptive_avg_pool2d more than there are"] = x => Functional.AdaptiveAvgPool2d(x[0], (5, 4)).Pow(2),
        ["adaptive_avg_pool3d"] = x => Functional.AdaptiveAvgPool3d(x[0], 2).Pow(2),
        ["adaptive_max_pool1d"] = x => Functional.AdaptiveMaxPool1d(x[0], 3).Pow(2),
        ["adaptive_max_pool2d"] = x => Functional.AdaptiveMaxPool2d(x[0], (3, 2)).Pow(2),
        ["adaptive_max_pool3d"] = x => Functional.AdaptiveMaxPool3d(x[0], (1, 2, 2)).Pow(2),
    };
}
