namespace NotebookGrad.Benchmarks.Cases;

/// <summary>Products of large matrices on a device, as exact as is asked for.</summary>
internal static class DeviceProducts
{
    /// <summary>The kinds that a device has: less exact ones with CUDA, and a library where it is installed.</summary>
    public static IEnumerable<ProductKind> Kinds(Target target) =>
        from precision in Enum.GetValues<MatMulPrecision>()
        where precision == MatMulPrecision.Highest || target.Info.Kind == DeviceKind.Cuda
        from byLibrary in new[] { true, false }
        where !byLibrary || target.Device.MatMulLibrary != Device.Cpu.MatMulLibrary
        select new ProductKind(precision, byLibrary);

    /// <summary>
    /// A square product of one kind. PyTorch's matrices are of bfloat16 from the start where ours become so on the way.
    /// </summary>
    public static Case Of(int side, ProductKind kind) => new(
        $"matmul {side}, {kind}", aim: kind.ByLibrary ? 1.05 : 2, () => Prepare(side, kind),
        tolerance: kind.Precision switch
        {
            // Factors are rounded to 11 or 8 bits, by some to nearest and by others towards zero.
            MatMulPrecision.Highest => 1e-4,
            MatMulPrecision.High => 5e-3,
            _ => 3e-2,
        });

    // Nothing negative, so that sums do not cancel, and an error of a factor is one of the result.
    private static Iteration Prepare(int side, ProductKind kind)
    {
        var (a, b) = (Numbers.Wave(0.7, side, side).Square(), Numbers.Wave(1.3, side, side).Square());
        return Iteration.Of(() =>
        {
            (Device.MatMulPrecision, Device.PrefersMatMulLibrary) = (kind.Precision, kind.ByLibrary);
            try
            {
                return a.MatMul(b);
            }
            finally
            {
                (Device.MatMulPrecision, Device.PrefersMatMulLibrary) = (MatMulPrecision.Highest, true);
            }
        });
    }
}
