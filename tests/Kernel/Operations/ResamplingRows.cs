namespace NotebookGrad.Tests.Operations;

/// <summary>The rows of <c>Reference/rows/resampling.py</c> in NotebookGrad's words.</summary>
internal static class ResamplingRows
{
    public static IReadOnlyDictionary<string, Func<Tensor[], Tensor>> Cases { get; } = new Dictionary<string, Func<Tensor[], Tensor>>
    {
        ["interpolate nearest"] = x => Functional.Interpolate(x[0], scaleFactor: 2).Pow(2),
        ["interpolate nearest smaller"] = x => Functional.Interpolate(x[0], size: 4).Pow(2),
        ["interpolate nearest by factor"] = x => Functional.Interpolate(x[0], scaleFactor: 1.3).Pow(2),
        ["interpolate nearest recomputed"] = x => Functional.Interpolate(x[0], scaleFactor: 1.3, recomputeScaleFactor: true).Pow(2),
        ["interpolate nearest-exact"] = x => Functional.Interpolate(x[0], size: (3, 5), mode: "nearest-exact").Pow(2),
        ["interpolate nearest-exact by factor"] = x => Functional.Interpolate(x[0], scaleFactor: 0.7, mode: "nearest-exact").Pow(2),
        ["interpolate nearest volume"] = x => Functional.Interpolate(x[0], size: (1, 3, 2)).Pow(2),
        ["interpolate linear"] = x => Functional.Interpolate(x[0], size: 5, mode: "linear").Pow(2),
        ["interpolate linear by factor"] = x => Functional.Interpolate(x[0], scaleFactor: 0.7, mode: "linear").Pow(2),
        ["interpolate linear with corners"] = x => Functional.Interpolate(x[0], size: 4, mode: "linear", alignCorners: true).Pow(2),
        ["interpolate linear to one with corners"] = x => Functional.Interpolate(x[0], size: 1, mode: "linear", alignCorners: true).Pow(2),
        ["interpolate bilinear"] = x => Functional.Interpolate(x[0], scaleFactor: (2, 1.5), mode: "bilinear").Pow(2),
        ["interpolate bilinear with corners"] = x => Functional.Interpolate(x[0], size: (4, 2), mode: "bilinear", alignCorners: true).Pow(2),
        ["interpolate bicubic"] = x => Functional.Interpolate(x[0], size: (5, 3), mode: "bicubic").Pow(2),
        ["interpolate bicubic with corners"] = x => Functional.Interpolate(x[0], size: (5, 3), mode: "bicubic", alignCorners: true).Pow(2),
        ["interpolate trilinear"] = x => Functional.Interpolate(x[0], size: (3, 2, 4), mode: "trilinear").Pow(2),
        ["interpolate area"] = x => Functional.Interpolate(x[0], size: (3, 2), mode: "area").Pow(2),
        ["interpolate of no batch"] = x => Functional.Interpolate(x[0], size: 3, mode: "linear"),
        ["pixel_shuffle"] = x => Functional.PixelShuffle(x[0], 2).Pow(2),
        ["pixel_unshuffle"] = x => Functional.PixelUnshuffle(x[0], 2).Pow(2),
        ["unfold windows"] = x => Functional.Unfold(x[0], (2, 3), padding: 1).Pow(2),
        ["unfold windows apart"] = x => Functional.Unfold(x[0], 2, dilation: (2, 1), stride: 2).Pow(2),
        ["fold"] = x => Functional.Fold(x[0], (3, 4), 2).Pow(2),
        ["fold with padding"] = x => Functional.Fold(x[0], (3, 3), (2, 3), padding: (1, 1), stride: (2, 1)).Pow(2),
        ["max_unpool1d"] = x => Unpooled(Functional.MaxPool1dWithIndices(x[0], 2), Functional.MaxUnpool1d),
        ["max_unpool2d"] = x => Unpooled(Functional.MaxPool2dWithIndices(x[0], 2), Functional.MaxUnpool2d),
        ["max_unpool3d"] = x => Unpooled(Functional.MaxPool3dWithIndices(x[0], 2), Functional.MaxUnpool3d),
        ["affine_grid"] = x => Functional.AffineGrid(x[0], [2, 1, 3, 2]).Pow(2),
        ["affine_grid with corners"] = x => Functional.AffineGrid(x[0], [1, 1, 3, 1], alignCorners: true).Pow(2),
        ["affine_grid volume"] = x => Functional.AffineGrid(x[0], [1, 1, 2, 2, 2], alignCorners: true).Pow(2),
    };

    private static Tensor Unpooled(
        (Tensor Output, Tensor Indices) pooled, Func<Tensor, Tensor, PerAxis, PerAxis, PerAxis, PerAxis, Tensor> unpool) =>
        unpool(pooled.Output.Pow(2), pooled.Indices, 2, default, default, default);
}
