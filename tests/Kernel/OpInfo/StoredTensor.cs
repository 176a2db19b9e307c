using System.Buffers.Binary;

namespace NotebookGrad.Tests.OpInfo;

/// <summary>A tensor in a file of samples: where its numbers begin, and how they are written.</summary>
internal sealed record StoredTensor(byte[] File, int Start, string Code, DType DType, int[] Shape, bool RequiresGrad)
{
    private int Count => Shape.Aggregate(1, (count, length) => count * length);

    private int Width => Code switch { "f4" => 4, "b1" => 1, _ => 8 };

    /// <summary>Where the numbers end.</summary>
    public int End => Start + (Count * Width);

    /// <summary>The numbers as doubles.</summary>
    public double[] Values()
    {
        var values = new double[Count];
        Span<byte> bytes = stackalloc byte[Width];
        for (var i = 0; i < values.Length; i++)
        {
            // The bytes stand in planes: all first ones, all second ones, …
            for (var plane = 0; plane < bytes.Length; plane++)
            {
                bytes[plane] = File[Start + (plane * values.Length) + i];
            }

            values[i] = Code switch
            {
                "f4" => BinaryPrimitives.ReadSingleLittleEndian(bytes),
                "f8" => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
                "i8" => BinaryPrimitives.ReadInt64LittleEndian(bytes),
                _ => bytes[0],
            };
        }

        return values;
    }

    /// <summary>The tensor as a leaf: its own dtype, but for float64, which becomes the given one.</summary>
    public Tensor Leaf(DType real, bool contiguous)
    {
        var dtype = DType == DType.Float64 ? real : DType;
        var tensor = contiguous || Shape.Length == 0
            ? TensorCreation.Make<double>(Values(), Shape, false, dtype, null)
            : Strided(dtype);
        tensor.RequiresGrad = RequiresGrad;
        return tensor;
    }

    // Axes in reverse order in memory, with a gap after every element.
    private Tensor Strided(DType dtype)
    {
        var inOrder = TensorCreation.Make<double>(Values(), Shape, false, dtype, null);
        int[] reversed = [.. Shape.Reverse(), 2];
        var gaps = Tensor.Zeros(reversed, dtype: dtype)[[.. Shape.Select(_ => (TensorIndex)(..)), 0]];
        return gaps.T.Copy_(inOrder).Detach();
    }
}
