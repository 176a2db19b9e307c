namespace NotebookGrad.Operations;

/// <summary>Up to where singular values count as zero: the greater of two bounds.</summary>
/// <param name="Absolute">A bound of its own.</param>
/// <param name="Relative">A bound as a part of the greatest singular value.</param>
internal readonly record struct Tolerance(double Absolute, double Relative)
{
    /// <summary>
    /// PyTorch's rule: the rounding error that sums along the longer side make, unless something is given.
    /// </summary>
    public static Tolerance Of(Tensor x, double? absolute, double? relative)
    {
        var epsilon = x.DType == DType.Float32 ? MathF.BitIncrement(1) - 1 : Math.BitIncrement(1) - 1;
        var rounding = absolute > 0 ? 0 : Math.Max(x.Shape[^1], x.Shape[^2]) * epsilon;
        return new(absolute ?? 0, relative ?? rounding);
    }

    /// <summary>The bound for singular values of which this is the greatest.</summary>
    public double For(double greatest) => Math.Max(Absolute, Relative * greatest);
}
