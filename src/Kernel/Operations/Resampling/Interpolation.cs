namespace NotebookGrad.Operations;

/// <summary>
/// Where an interpolation takes its elements from along one axis. Positions are in elements of the input; an element
/// of the result lies at scale·(i + ½) − ½, or with corners aligned at scale·i.
/// </summary>
internal static class Interpolation
{
    // Keys's constant, "Cubic convolution interpolation for digital image processing" (1981), as PyTorch has it.
    private const double Sharpness = -0.75;

    /// <summary>The element before; in PyTorch's way, with single precision and without the half.</summary>
    public static Tap[] Nearest(Device device, int input, int output, double? factor)
    {
        var scale = (float)Scale(input, output, factor);
        return [Whole(device, input, output, i => (int)MathF.Floor(i * scale))];
    }

    /// <summary>The element whose middle is nearest.</summary>
    public static Tap[] NearestExact(Device device, int input, int output, double? factor)
    {
        var scale = (float)Scale(input, output, factor);
        return [Whole(device, input, output, i => (int)MathF.Floor((float)((i + 0.5) * scale)))];
    }

    /// <summary>The two elements around.</summary>
    public static Tap[] Linear(Tensor like, int input, int output, double? factor, bool alignCorners)
    {
        double Place(int i) => Math.Max(0, Source(i, input, output, factor, alignCorners));
        return [
            Weighted(like, input, output, i => (int)Place(i), i => 1 - (Place(i) - (int)Place(i))),
            Weighted(like, input, output, i => (int)Place(i) + 1, i => Place(i) - (int)Place(i)),
        ];
    }

    /// <summary>The four elements around.</summary>
    public static Tap[] Cubic(Tensor like, int input, int output, double? factor, bool alignCorners)
    {
        double Place(int i) => Source(i, input, output, factor, alignCorners);
        return [.. Enumerable.Range(-1, 4).Select(offset => Weighted(
            like,
            input,
            output,
            i => (int)Math.Floor(Place(i)) + offset,
            i => CubicWeight(Math.Abs(Place(i) - Math.Floor(Place(i)) - offset))))];
    }

    /// <summary>The weight of an element at a distance.</summary>
    public static double CubicWeight(double distance) => distance <= 1
        ? ((((Sharpness + 2) * distance) - (Sharpness + 3)) * distance * distance) + 1
        : ((((Sharpness * distance) - (5 * Sharpness)) * distance) + (8 * Sharpness)) * distance - (4 * Sharpness);

    private static double Scale(int input, int output, double? factor) =>
        factor is { } times ? 1 / times : (double)input / output;

    private static double Source(int i, int input, int output, double? factor, bool alignCorners) => alignCorners
        ? output > 1 ? i * ((double)(input - 1) / (output - 1)) : 0
        : (Scale(input, output, factor) * (i + 0.5)) - 0.5;

    private static Tap Whole(Device device, int input, int output, Func<int, int> position)
    {
        var positions = Enumerable.Range(0, output).Select(i => Math.Clamp(position(i), 0, input - 1)).ToArray();
        return new(TensorCreation.Make<int>(positions, [output], false, DType.Int64, device), null);
    }

    private static Tap Weighted(Tensor like, int input, int output, Func<int, int> position, Func<int, double> weight)
    {
        var weights = Enumerable.Range(0, output).Select(weight).ToArray();
        return Whole(like.Device, input, output, position) with
        {
            Weights = TensorCreation.Make<double>(weights, [output], false, like.DType, like.Device),
        };
    }
}
