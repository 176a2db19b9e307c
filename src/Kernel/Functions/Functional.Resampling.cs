using NotebookGrad.Operations;

namespace NotebookGrad;

/// <content>Sequences, images and volumes of another size.</content>
public static partial class Functional
{
    /// <summary>A sequence, image or volume of another size, its elements interpolated.</summary>
    /// <param name="input">[batch, channels, …] with one to three spatial axes; real numbers.</param>
    /// <param name="size">The new lengths of the spatial axes; this or <paramref name="scaleFactor"/>.</param>
    /// <param name="scaleFactor">By what to multiply the lengths.</param>
    /// <param name="mode">
    /// <c>nearest</c> (in PyTorch's way, which is half an element off), <c>nearest-exact</c>, <c>linear</c> for one
    /// spatial axis, <c>bilinear</c> and <c>bicubic</c> for two, <c>trilinear</c> for three, or <c>area</c>, the mean
    /// of what an element covers.
    /// </param>
    /// <param name="alignCorners">
    /// Whether the middles of the outermost elements stay where they are, instead of their outer edges; not for nearest
    /// and area.
    /// </param>
    /// <param name="recomputeScaleFactor">
    /// Whether positions follow from the lengths, which are rounded, and not from <paramref name="scaleFactor"/>.
    /// </param>
    /// <returns>A tensor of the same batch and channels.</returns>
    /// <exception cref="ArgumentException">
    /// The mode does not suit the axes, or not exactly one of size and factor is given.
    /// </exception>
    public static Tensor Interpolate(
        Tensor input, PerAxis size = default, ScaleFactor scaleFactor = default, string mode = "nearest",
        bool alignCorners = false, bool recomputeScaleFactor = false)
    {
        const string Operation = "interpolate";
        var axes = input.Shape.Rank - 2;
        var fits = mode switch
        {
            "nearest" or "nearest-exact" or "area" => axes is >= 1 and <= 3,
            "linear" => axes == 1,
            "bilinear" or "bicubic" => axes == 2,
            "trilinear" => axes == 3,
            _ => false,
        };
        if (!fits || (alignCorners && mode is "nearest" or "nearest-exact" or "area"))
        {
            throw new ArgumentException(
                $"{Operation}: mode \"{mode}\"{(alignCorners ? " with alignCorners" : string.Empty)} does not suit "
                + $"{input.Describe("input")}: [batch, channels, …] with 1 (linear), 2 (bilinear, bicubic), 3 "
                + "(trilinear) or any of these (nearest, nearest-exact, area) spatial axes; alignCorners is for the "
                + "linear and cubic ones");
        }

        if (size.IsDefault == scaleFactor.IsDefault || (recomputeScaleFactor && scaleFactor.IsDefault))
        {
            throw new ArgumentException(
                $"{Operation}: give either size or scaleFactor, and recomputeScaleFactor only with the latter");
        }

        var lengths = Spatial(Operation, axes, input);
        var factors = scaleFactor.IsDefault ? null : scaleFactor.For(Operation, axes);
        double[] wanted = factors is null
            ? [.. size.For(Operation, "size", axes, least: 1)]
            : [.. lengths.Zip(factors, (length, factor) => Math.Floor(length * factor))];
        if (lengths.Contains(0) || wanted.Any(length => length is < 1 or > int.MaxValue))
        {
            throw new ArgumentException(
                $"{Operation}: the spatial axes of {input.Describe("input")} would become "
                + $"[{string.Join(", ", wanted)}]; none may be empty or longer than {int.MaxValue}");
        }

        int[] sizes = [.. wanted.Select(length => (int)length)];

        if (mode == "area")
        {
            return AdaptiveAveragePool(Operation, axes, input, sizes);
        }

        var taps = new Tap[axes][];
        for (var axis = 0; axis < axes; axis++)
        {
            var factor = recomputeScaleFactor ? null : factors?[axis];
            taps[axis] = mode switch
            {
                "nearest" => Interpolation.Nearest(input.Device, lengths[axis], sizes[axis], factor),
                "nearest-exact" => Interpolation.NearestExact(input.Device, lengths[axis], sizes[axis], factor),
                "bicubic" => Interpolation.Cubic(input, lengths[axis], sizes[axis], factor, alignCorners),
                _ => Interpolation.Linear(input, lengths[axis], sizes[axis], factor, alignCorners),
            };
        }

        return new Resample(Operation, taps).Apply(input);
    }

    /// <summary>Channels laid out as pixels: [*, c·r², h, w] becomes [*, c, h·r, w·r].</summary>
    /// <exception cref="ArgumentException">There are too few axes, or channels are no multiple of r².</exception>
    public static Tensor PixelShuffle(Tensor input, int upscaleFactor)
    {
        var r = upscaleFactor;
        if (input.Shape.Rank < 3 || r < 1 || input.Shape[^3] % (r * r) != 0)
        {
            throw new ArgumentException(
                $"pixel_shuffle: the channels of {input.Describe("input")}, its third axis from the end, must be a "
                + $"multiple of the square of upscale factor {r}");
        }

        var (channels, height, width) = (input.Shape[^3] / (r * r), input.Shape[^2], input.Shape[^1]);
        int[] leading = input.Shape.ToArray()[..^3];
        return input.Reshape([.. leading, channels, r, r, height, width])
            .Permute(Interleaved(leading.Length, 0, 3, 1, 4, 2))
            .Reshape([.. leading, channels, height * r, width * r]);
    }

    /// <summary>Pixels laid out as channels: [*, c, h·r, w·r] becomes [*, c·r², h, w].</summary>
    /// <exception cref="ArgumentException">There are too few axes, or height and width no multiples of r.</exception>
    public static Tensor PixelUnshuffle(Tensor input, int downscaleFactor)
    {
        var r = downscaleFactor;
        if (input.Shape.Rank < 3 || r < 1 || input.Shape[^2] % r != 0 || input.Shape[^1] % r != 0)
        {
            throw new ArgumentException(
                $"pixel_unshuffle: the last two axes of {input.Describe("input")} must be multiples of downscale "
                + "factor "
                + $"{r}, after an axis of channels");
        }

        var (channels, height, width) = (input.Shape[^3], input.Shape[^2] / r, input.Shape[^1] / r);
        int[] leading = input.Shape.ToArray()[..^3];
        return input.Reshape([.. leading, channels, height, r, width, r])
            .Permute(Interleaved(leading.Length, 0, 2, 4, 1, 3))
            .Reshape([.. leading, channels * r * r, height, width]);
    }

    private static int[] Interleaved(int leading, params int[] order) =>
        [.. Enumerable.Range(0, leading), .. order.Select(axis => leading + axis)];
}
