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

    /// <summary>A number as a tensor of shape [] that nobody changes, of a dtype and on a backend.</summary>
    public static Tensor Of(IBackend backend, DType dtype, Scalar value)
    {
        // What a program makes while it is watched is its own.
        if (AutogradMode.IsAnyWatched)
        {
            return Make(backend, dtype, value);
        }

        ref var entry = ref Entries[(uint)HashCode.Combine(value.Bits) % Count];
        if (entry is not { } known || !known.IsOf(backend, dtype, value))
        {
            known = new Entry(value, Make(backend, dtype, value));
            entry = known;
        }

        return known.Number;
    }

    private static Tensor Make(IBackend backend, DType dtype, Scalar value)
    {
        var number = Tensor.Empty(backend, dtype, Layout.Scalar);
        number.Backend.Fill(number.View, value);
        number.Disown();
        number.IsNumber = true;
        return number;
    }

    private sealed record Entry(Scalar Value, Tensor Number)
    {
        public bool IsOf(IBackend backend, DType dtype, Scalar value) =>
            (Value.Bits, Value.DType, Number.DType) == (value.Bits, value.DType, dtype)
            && Number.Storage.Maker == backend;
    }
}
