namespace NotebookGrad.Backends.Gpu;

/// <summary>Products of two words with all their digits.</summary>
internal static class WideProducts
{
    /// <summary>The upper 64 bits of a product of 64-bit numbers; and the lower.</summary>
    public static ulong BigMul(ulong a, ulong b, out ulong low)
    {
        var (a0, a1) = (a & uint.MaxValue, a >> 32);
        var (b0, b1) = (b & uint.MaxValue, b >> 32);
        var right = a0 * b0;
        var middle = (a1 * b0) + (right >> 32);
        var left = (a0 * b1) + (middle & uint.MaxValue);
        low = (left << 32) | (right & uint.MaxValue);
        return (a1 * b1) + (middle >> 32) + (left >> 32);
    }
}
