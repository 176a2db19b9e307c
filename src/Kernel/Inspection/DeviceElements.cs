namespace NotebookGrad.Inspection;

/// <summary>Looks at elements of a device without bringing more of them to the processor than is shown.</summary>
internal static class DeviceElements
{
    // To read so many takes no longer than to ask for one number.
    private const int Few = 1024;

    /// <summary>Whether there are too many elements too far away to read them all.</summary>
    public static bool AreFar(Tensor tensor) => tensor.Count > Few && tensor.Device != Device.Cpu;

    /// <summary>Whether no element is NaN or ±∞; what anomalies are looked for with is not looked at itself.</summary>
    public static bool AreFinite(Tensor tensor)
    {
        using ((AutogradMode.Current with { DetectsAnomaly = false }).Enter())
        {
            return tensor.Detach().IsFinite().All().Item<bool>();
        }
    }

    /// <summary>The elements at some places in row-major order.</summary>
    public static double[] At(Tensor tensor, long[] places) => ValueInspector.Read(
        tensor.Detach().Flatten().IndexSelect(0, Tensor.Of(places, device: tensor.Device)));

    /// <summary>The first places, in row-major order, where a tensor of truth values is true.</summary>
    public static long[] Places(Tensor isThere, int most) =>
        Operations.Nonzero.Positions(isThere.Flatten())[0] is var all && all.Count > most
            ? all[..most].ToArray<long>()
            : all.ToArray<long>();

    /// <summary>The histogram of elements; see <see cref="HistogramInspector"/>.</summary>
    public static long[] Bins(Tensor tensor, double origin, double width, double first, int bins)
    {
        var x = tensor.Detach().Flatten();
        x = x.DType.IsReal ? x : x.To(DType.Float64);
        var isFinite = x.IsFinite();
        var places = (((Tensor.Where(isFinite, x, origin) - origin) / width).Floor() - first).Clamp(0, bins - 1);
        return Tensor.Zeros([bins], dtype: DType.Int64, device: x.Device)
            .ScatterAdd(0, places.To(DType.Int64), isFinite.To(DType.Int64)).ToArray<long>();
    }
}
