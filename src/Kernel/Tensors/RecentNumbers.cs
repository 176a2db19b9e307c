using NotebookGrad.Backends;

namespace NotebookGrad;

/// <summary>
/// The tensors of numbers that expressions have used last: a loop takes the same few numbers again and again, and its
/// graph needs each but once.
/// </summary>
internal static class RecentNumbers
{
    private const int Count = 64;

    private static readonly Entry?[] Entries = new Entry?[Count];

    /// <summary>A number as a tensor of shape [], of a dtype and on a backend.</summary>
    public static Tensor Of(IBackend backend, DType dtype, Scalar value)
    {
        ref var entry = ref Entries[(uint)HashCode.Combine(value.Bits, dtype, backend) % Count];
        if (entry is not { } known || !known.IsOf(backend, dtype, value))
        {
            known = new Entry(value, Make(backend, dtype, value));
            entry = known;
        }

        return known.Number;
    }

    // Its block belongs to nobody, not even to the backward pass that may run here.
    private static Tensor Make(IBackend backend, DType dtype, Scalar value)
    {
        var number = new Tensor(backend.Allocate(dtype, 1), Layout.Scalar) { IsNumber = true };
        backend.Fill(number.View, value);
        return number;
    }

    private sealed record Entry(Scalar Value, Tensor Number)
    {
        public bool IsOf(IBackend backend, DType dtype, Scalar value) =>
            (Value.Bits, Value.DType, Number.DType) == (value.Bits, value.DType, dtype)
            && Number.Storage.Maker == backend;
    }
}
