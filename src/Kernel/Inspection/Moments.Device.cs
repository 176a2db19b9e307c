namespace NotebookGrad.Inspection;

/// <content>The moments of what lies on a device.</content>
internal sealed partial class Moments
{
    // What single precision can be multiplied with, and stays a number.
    private const int MostDoublingsOfSingles = 120;

    /// <summary>The moments of a tensor's elements; of many on a device only these numbers are read.</summary>
    public static Moments Of(Tensor tensor) =>
        DeviceElements.AreFar(tensor) ? Reduced(tensor.Detach()) : Of(new ElementPieces(tensor));

    // The largest size is brought near 1 first, so that squares stay within the range of the dtype.
    private static Moments Reduced(Tensor tensor)
    {
        var x = tensor.DType.IsReal ? tensor : tensor.To(DType.Float64);
        var isFinite = x.IsFinite();
        var finite = isFinite.CountNonzero().Item<long>();
        var nans = x.IsNaN().CountNonzero().Item<long>();
        var (low, high) = (
            Tensor.Where(isFinite, x, double.PositiveInfinity).Amin().Item<double>(),
            Tensor.Where(isFinite, x, double.NegativeInfinity).Amax().Item<double>());
        var largest = Math.Max(Math.Abs(low), Math.Abs(high));
        var most = x.DType == DType.Float32 ? MostDoublingsOfSingles : MostDoublings;
        var doublings = finite == 0 || largest == 0 ? 0 : Math.Clamp(-Math.ILogB(largest), -most, most);
        var moments = new Moments(Math.ScaleB(1, doublings))
        {
            NaNs = nans,
            Infinities = x.Count - finite - nans,
            Zeros = x.Count - x.CountNonzero().Item<long>(),
        };
        if (finite > 0)
        {
            (moments.Minimum, moments.Maximum, moments.count) = (low, high, finite);
            moments.AddScaled(finite == x.Count ? x : Tensor.Where(isFinite, x, 0), isFinite);
        }

        return moments;
    }

    private void AddScaled(Tensor x, Tensor isFinite)
    {
        var scaled = scale == 1 ? x : x * scale;
        var sizesOfAll = scaled.Abs();
        mean = scaled.Sum().Item<double>() / count;
        squares = scaled.Square().Sum().Item<double>();
        squaresAboutMean = Tensor.Where(isFinite, scaled - mean, 0).Square().Sum().Item<double>();
        sizes = sizesOfAll.Sum().Item<double>();
        leastSize = Tensor.Where(sizesOfAll > 0, sizesOfAll, double.PositiveInfinity).Amin().Item<double>() / scale;
    }
}
