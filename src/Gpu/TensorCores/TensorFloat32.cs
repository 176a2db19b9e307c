using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>float32 without its last 13 digits, rounded to nearest, ties away from zero, as cvt.rna does.</summary>
internal readonly struct TensorFloat32 : IFactor
{
    private const uint Half = 1U << 12;

    public static int PerWord => 1;

    // Of a NaN, one that is left when digits are cut off; half of the last digit would carry some to −0.
    public static uint Word(float element, float next)
    {
        var bits = Interop.FloatAsInt(element);
        return Bits.IsNumber(bits) ? (bits + Half) & ~((2 * Half) - 1) : bits | Bits.Quiet;
    }

    public static float Product(uint left, uint right) => Interop.IntAsFloat(left) * Interop.IntAsFloat(right);

    public static Four<float> Plus(Four<float> sum, Four<uint> left, uint right0, uint right1) =>
        FragmentProduct.OfTensorFloat32(sum, left, right0, right1);
}
