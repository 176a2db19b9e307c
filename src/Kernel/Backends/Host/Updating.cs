using System.Numerics;
using System.Runtime.InteropServices;

namespace NotebookGrad.Backends.Host;

/// <summary>A step of an optimiser: one pass over a parameter, its gradient and its states, in pieces.</summary>
internal readonly struct Updating<TKernel, T> : IPieces
    where TKernel : struct, IUpdateKernel<TKernel>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Elements in a piece; a whole number of vectors.</summary>
    private const int PieceLength = 1 << 15;

    private readonly TKernel kernel;
    private readonly double[] numbers = new double[IUpdateKernel<TKernel>.MostNumbers];
    private readonly View gradient;
    private readonly View parameter;
    private readonly View[] states;

    private Updating(
        TKernel kernel, View options, View progress, View gradient, View parameter, ReadOnlySpan<View> states)
    {
        (this.gradient, this.parameter, this.states) = (gradient, parameter, states.ToArray());
        var counts = Elements<double>(progress);
        counts[0]++;
        this.kernel = kernel.Begin(Elements<double>(options), counts, numbers);
    }

    /// <summary>Does a step.</summary>
    public static void Do(
        TKernel kernel, View options, View progress, View gradient, View parameter, ReadOnlySpan<View> states)
    {
        var update = new Updating<TKernel, T>(kernel, options, progress, gradient, parameter, states);
        ThreadTeam.Shared.Run((int)((parameter.Layout.Count + PieceLength - 1) / PieceLength), update);
    }

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var start = piece * PieceLength;
        var length = (int)Math.Min(PieceLength, parameter.Layout.Count - start);
        var rest = length % Vector<T>.Count;
        Change<Lanes<T>>(start, length - rest);
        Change<OneNumber<T>>(start + length - rest, rest);
    }

    private void Change<TNumber>(int start, int length)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        Span<TNumber> shared = stackalloc TNumber[IUpdateKernel<TKernel>.MostNumbers];
        for (var i = 0; i < shared.Length; i++)
        {
            shared[i] = TNumber.Of(numbers[i]);
        }

        var slopes = MemoryMarshal.Cast<T, TNumber>(Elements<T>(gradient).Slice(start, length));
        var values = MemoryMarshal.Cast<T, TNumber>(Elements<T>(parameter).Slice(start, length));
        var first = State<TNumber>(0, start, length);
        var second = State<TNumber>(1, start, length);
        var third = State<TNumber>(2, start, length);
        TNumber none = default;
        for (var i = 0; i < values.Length; i++)
        {
            kernel.Invoke(
                shared,
                slopes[i],
                ref values[i],
                ref i < first.Length ? ref first[i] : ref none,
                ref i < second.Length ? ref second[i] : ref none,
                ref i < third.Length ? ref third[i] : ref none);
        }
    }

    private Span<TNumber> State<TNumber>(int number, int start, int length)
        where TNumber : unmanaged => number < states.Length
        ? MemoryMarshal.Cast<T, TNumber>(Elements<T>(states[number]).Slice(start, length))
        : [];

    private static Span<TElement> Elements<TElement>(View view)
        where TElement : unmanaged =>
        HostBackend.Elements<TElement>(view.Storage).Slice((int)view.Layout.Offset, (int)view.Layout.Count);
}
