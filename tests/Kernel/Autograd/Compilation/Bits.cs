using System.Runtime.InteropServices;

namespace NotebookGrad.Tests;

/// <summary>Compares numbers to the last bit.</summary>
internal static class Bits
{
    /// <summary>Fails where two tensors differ in anything that can be seen of their elements.</summary>
    public static void AssertEqual(Tensor? expected, Tensor? actual, string what)
    {
        Assert.True(expected is null == actual is null, $"{what}: only one is null");
        if (expected is null || actual is null)
        {
            return;
        }

        Assert.Equal(expected.Shape, actual.Shape);
        Assert.Equal(expected.DType, actual.DType);
        Assert.True(Of(expected).SequenceEqual(Of(actual)), $"{what}: {expected} and {actual}");
    }

    private static byte[] Of(Tensor x) => x.DType switch
    {
        DType.Float32 => Bytes<float>(x),
        DType.Float64 => Bytes<double>(x),
        DType.Int64 => Bytes<long>(x),
        _ => Bytes<bool>(x),
    };

    private static byte[] Bytes<T>(Tensor x)
        where T : unmanaged => MemoryMarshal.AsBytes(x.Detach().ToArray<T>().AsSpan()).ToArray();
}
