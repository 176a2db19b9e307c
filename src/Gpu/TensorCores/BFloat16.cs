using ILGPU;

namespace NotebookGrad.Backends.Gpu;

/// <summary>
/// The upper half of float32, rounded to nearest, ties to even, as cvt.rn does. The first of two is a word's lower half.
/// </summary>
internal readonly struct BFloat16 : IFactor
{
    public static int PerWord => 2;

    public static uint Word(float element, float next) =>
        Rounded(Interop.FloatAsInt(element)) | (Rounded(Interop.FloatAsInt(next)) << 16);

    public static float Product(uint left, uint right) =>
        (Low(left) * Low(right)) + (High(left) * High(right));

    public static Four<float> Plus(Four<float> sum, Four<uint> left, uint right0, uint right1) =>
        FragmentProduct.OfBFloat16(sum, left, right0, right1);

    // Of a NaN, one that is left when digits are cut off.
    private static uint Rounded(uint bits) =>
        Bits.IsNumber(bits) ? (bits + 0x7fff + ((bits >> 16) & 1)) >> 16 : (bits | Bits.Quiet) >> 16;

    private static float Low(uint word) => Interop.IntAsFloat(word << 16);

    private static float High(uint word) => Interop.IntAsFloat(word & 0xffff0000);
}
