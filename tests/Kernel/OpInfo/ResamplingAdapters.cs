namespace NotebookGrad.Tests.OpInfo;

/// <summary>Sequences, images and volumes of another size, and windows as columns.</summary>
internal static class ResamplingAdapters
{
    public static Adapters All { get; } = new()
    {
        { "cdist", Distances },
        { "nn.functional.interpolate.nearest", Interpolate },
        { "nn.functional.interpolate.linear", Interpolate },
        { "nn.functional.interpolate.bilinear", Interpolate },
        { "nn.functional.interpolate.trilinear", Interpolate },
        { "nn.functional.interpolate.bicubic", Interpolate },
        { "nn.functional.interpolate.area", Interpolate },
        { "nn.functional.upsample_nearest", x => Functional.Interpolate(x.Tensor(0), Size(x), Factor(x)) },
        { "nn.functional.upsample_bilinear", x => Functional.Interpolate(x.Tensor(0), Size(x), Factor(x), "bilinear", alignCorners: true) },
        { "nn.functional.pixel_shuffle", x => Functional.PixelShuffle(x.Tensor(0), x.Int(1, "upscale_factor")) },
        { "nn.functional.pixel_unshuffle", x => Functional.PixelUnshuffle(x.Tensor(0), x.Int(1, "downscale_factor")) },
        { "nn.functional.unfold", x => Functional.Unfold(
            x.Tensor(0), x.Ints(1, "kernel_size"), x.IntsOrNull(2, "dilation") ?? [1], x.IntsOrNull(3, "padding") ?? [0],
            x.IntsOrNull(4, "stride") ?? [1]) },
        { "nn.functional.max_unpool1d", x => Unpool(x, 1, Functional.MaxUnpool1d) },
        { "nn.functional.max_unpool1d.grad", x => Unpool(x, 1, Functional.MaxUnpool1d) },
        { "nn.functional.max_unpool2d", x => Unpool(x, 2, Functional.MaxUnpool2d) },
        { "nn.functional.max_unpool2d.grad", x => Unpool(x, 2, Functional.MaxUnpool2d) },
        { "nn.functional.max_unpool3d", x => Unpool(x, 3, Functional.MaxUnpool3d) },
        { "nn.functional.max_unpool3d.grad", x => Unpool(x, 3, Functional.MaxUnpool3d) },
    };

    private static Tensor Distances(Sample x)
    {
        _ = x[3, "compute_mode"]; // by which way PyTorch computes them
        return Tensor.Cdist(x.Tensor(0), x.Tensor(1), x.Double(2, "p", 2));
    }

    private static Tensor Unpool(Sample x, int axes, Func<Tensor, Tensor, PerAxis, PerAxis, PerAxis, PerAxis, Tensor> unpool) => unpool(
        x.LeaveOut(Repeats(x.Tensor(1), axes), "PyTorch's gradient where positions repeat is not that of its value").Tensor(0), x.Tensor(1), x.Ints(2, "kernel_size"), x.IntsOrNull(3, "stride") ?? default(PerAxis), x.IntsOrNull(4, "padding") ?? [0],
        x.IntsOrNull(5, "output_size")?[^axes..] ?? default(PerAxis));

    private static bool Repeats(Tensor positions, int axes)
    {
        var planes = (int)new Shape(positions.Shape.ToArray()[..^axes]).Count;
        var numbers = positions.ToArray<long>();
        return numbers.Chunk(numbers.Length / planes).Any(plane => plane.Distinct().Count() < plane.Length);
    }

    private static Tensor Interpolate(Sample x) => Functional.Interpolate(
        x.Tensor(0), Size(x), Factor(x), x.Text(3, "mode", "nearest"), x.Bool(4, "align_corners"), x.Bool(5, "recompute_scale_factor"));

    private static PerAxis Size(Sample x) => x.IntsOrNull(1, "size") is { } sizes ? sizes : default(PerAxis);

    private static ScaleFactor Factor(Sample x) => x[2, "scale_factor"] switch
    {
        null => default,
        object?[] list => Array.ConvertAll(list, Convert.ToDouble),
        var one => Convert.ToDouble(one),
    };
}
