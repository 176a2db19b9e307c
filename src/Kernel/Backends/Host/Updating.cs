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
    private readonly UpdateNumbers<double> numbers;
    private readonly UpdateOperands operands;

    private Updating(TKernel kernel, View options, UpdateOperands operands)
    {
        this.operands = operands;
        this.kernel = operands.Begin(kernel, options, out numbers);
    }

    /// <summary>Does a step.</summary>
    public static void Do(TKernel kernel, View options, UpdateOperands operands)
    {
        var update = new Updating<TKernel, T>(kernel, options, operands);
        ThreadTeam.Shared.Run((int)((operands.Parameter.Layout.Count + PieceLength - 1) / PieceLength), update);
    }

    /// <inheritdoc/>
    public void Do(int piece)
    {
        var start = piece * PieceLength;
        var length = (int)Math.Min(PieceLength, operands.Parameter.Layout.Count - start);
        var rest = length % Vector<T>.Count;
        Change<Lanes<T>>(start, length - rest);
        Change<OneNumber<T>>(start + length - rest, rest);
    }

    private void Change<TNumber>(int start, int length)
        where TNumber : unmanaged, IArithmetic<TNumber>
    {
        var (step, shared) = (kernel, numbers.ConvertAll(TNumber.Of));
        var slopes = Elements<TNumber>(operands.Gradient, start, length);
        var values = Elements<TNumber>(operands.Parameter, start, length);
        var first = State<TNumber>(0, start, length);
        var second = State<TNumber>(1, start, length);
        var third = State<TNumber>(2, start, length);
        TNumber none = default;
        for (var i = 0; i < values.Length; i++)
        {
            step.Invoke(
                in shared,
                slopes[i],
                ref values[i],
                ref i < first.Length ? ref first[i] : ref none,
                ref i < second.Length ? ref second[i] : ref none,
                ref i < third.Length ? ref third[i] : ref none);
        }
    }

    private Span<TNumber> State<TNumber>(int number, int start, int length)
        where TNumber : unmanaged => number < operands.States.Length
        ? Elements<TNumber>(operands.States.Span[number], start, length)
        : [];

    private static Span<TNumber> Elements<TNumber>(View view, int start, int length)
        where TNumber : unmanaged => MemoryMarshal.Cast<T, TNumber>(
        HostBackend.Elements<T>(view.Storage).Slice((int)view.Layout.Offset + start, length));
}
