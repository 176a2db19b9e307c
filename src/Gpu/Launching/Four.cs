using ILGPU;
using ILGPU.Runtime;

namespace NotebookGrad.Backends.Gpu;

/// <summary>Four elements side by side, which a device loads and stores as one.</summary>
internal struct Four<T>
    where T : unmanaged
{
    public T A;
    public T B;
    public T C;
    public T D;

    /// <summary>The bytes that a place must be a multiple of for this.</summary>
    public const int Alignment = 16;

    /// <summary>Four times the same.</summary>
    public static Four<T> All(T value)
    {
        Four<T> four = default;
        (four.A, four.B, four.C, four.D) = (value, value, value, value);
        return four;
    }

    /// <summary>Reads the four of a number; these begin at a place that is aligned.</summary>
    public static Four<T> Load(ArrayView<T> x, int number) => x.Cast<Four<T>>().AsAligned(Alignment)[number];

    /// <summary>Writes the four of a number.</summary>
    public readonly void Store(ArrayView<T> y, int number) => y.Cast<Four<T>>().AsAligned(Alignment)[number] = this;

    /// <summary>Reads the four that begin at a place, a multiple of four in a storage.</summary>
    public static Four<T> At(ArrayView<T> x, long place) => x.Cast<Four<T>>().AsAligned(Alignment)[place / 4];

    /// <summary>Writes the four that begin at a place, a multiple of four in a storage.</summary>
    public readonly void StoreAt(ArrayView<T> y, long place) =>
        y.Cast<Four<T>>().AsAligned(Alignment)[place / 4] = this;
}
