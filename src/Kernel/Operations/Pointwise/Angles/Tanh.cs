using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NotebookGrad.Inspection;

namespace NotebookGrad.Operations;

/// <summary>Hyperbolic tangent; derivative 1 − y².</summary>
internal readonly struct Tanh : IRealUnary<Tanh>
{
    private const int TileLength = 512;

    public static string Name => "tanh";

    public Notation Notation => new("tanh", "tanh({0})", "\\tanh {0}", "1 − {y}²");

    public Keep Keeps => Keep.Output;

    public T Invoke<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Tanh(x);

    [SkipLocalsInit]
    public static void Invoke<T>(Tanh kernel, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> far = stackalloc T[TileLength];
        for (var start = 0; start < x.Length; start += TileLength)
        {
            var length = Math.Min(TileLength, x.Length - start);
            TensorPrimitives.Tanh(x.Slice(start, length), far);
            Near0(x.Slice(start, length), far, y.Slice(start, length));
        }
    }

    public Tensor Scale(Tensor t, in Kept kept) => Binary<TanhSlope>.ApplyOver(t, kept.Output);

    // TensorPrimitives subtracts 1 from an exponential, which loses digits where |x| is small. There a rational
    // approximation serves: W. J. Cody and W. Waite, Software Manual for the Elementary Functions, 1980, chapter 12.
    private static void Near0<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> far, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var count = y.Length / Vector<T>.Count;
        var arguments = MemoryMarshal.Cast<T, Vector<T>>(x)[..count];
        var distant = MemoryMarshal.Cast<T, Vector<T>>(far)[..count];
        var results = MemoryMarshal.Cast<T, Vector<T>>(y)[..count];
        var bound = All<T>(0.54930614433405484570);
        var (first, second, third) = (
            All<T>(-0.96437492777225469787), All<T>(-99.225929672236083313), All<T>(-1613.4119023996228053));
        var (fourth, fifth, sixth) = (
            All<T>(112.74474380534949335), All<T>(2233.7720718962312926), All<T>(4840.2357071988688686));
        for (var i = 0; i < count; i++)
        {
            var argument = arguments[i];
            var square = argument * argument;
            var top = (((first * square) + second) * square) + third;
            var bottom = ((((square + fourth) * square) + fifth) * square) + sixth;
            var near = argument + (argument * (square * top / bottom));
            results[i] = Vector.ConditionalSelect(Vector.LessThan(Vector.Abs(argument), bound), near, distant[i]);
        }

        for (var i = count * Vector<T>.Count; i < y.Length; i++)
        {
            y[i] = T.Tanh(x[i]);
        }
    }

    private static Vector<T> All<T>(double value)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => new(T.CreateTruncating(value));
}
