using System.Runtime.InteropServices;

namespace NotebookGrad.Files;

/// <summary>Writes the elements of tensors, in row-major order, least significant byte first.</summary>
internal static class ElementWriter
{
    public static void Write(Stream target, Tensor x)
    {
        switch (x.DType)
        {
            case DType.Bool: Write<bool>(target, x); break;
            case DType.Int64: Write<long>(target, x); break;
            case DType.Float32: Write<float>(target, x); break;
            default: Write<double>(target, x); break;
        }
    }

    private static void Write<T>(Stream target, Tensor x)
        where T : unmanaged
    {
        var values = x.ToArray<T>();
        const int piece = 1 << 16;
        for (var from = 0; from < values.Length; from += piece)
        {
            var bytes = MemoryMarshal.AsBytes(values.AsSpan(from, Math.Min(piece, values.Length - from)));
            if (!BitConverter.IsLittleEndian)
            {
                Reverse(bytes, x.DType.Size);
            }

            target.Write(bytes);
        }
    }

    private static void Reverse(Span<byte> bytes, int size)
    {
        for (var i = 0; i < bytes.Length; i += size)
        {
            bytes.Slice(i, size).Reverse();
        }
    }
}
