using System.Numerics;
using System.Runtime.CompilerServices;

namespace NotebookGrad.Operations;

/// <summary>
/// Division and powers of whole and real numbers as PyTorch has them. Whole numbers wrap around at 2⁶⁴. Who divides
/// them by 0 is told elsewhere; here any number comes of it, for a device must not stumble.
/// </summary>
internal static class Arithmetic
{
    /// <summary>What is left of a after whole multiples of b, with the sign of a.</summary>
    public static T Fmod<T>(T a, T b)
        where T : unmanaged, INumber<T> => IsWhole<T>() && (b == -T.One || b == T.Zero) ? T.Zero : a % b;

    /// <summary>a/b rounded towards 0.</summary>
    public static T TruncDivide<T>(T a, T b)
        where T : unmanaged, INumber<T> => IsWhole<T>()
        ? (b == -T.One ? T.Zero - a : b == T.Zero ? T.Zero : a / b)
        : T.CreateTruncating(Math.Truncate(double.CreateTruncating(a / b)));

    /// <summary>a/b rounded down, exact where the quotient itself would round up to a whole number.</summary>
    public static T FloorDivide<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        if (IsWhole<T>())
        {
            var towardsZero = TruncDivide(a, b);
            return towardsZero * b != a && (a < T.Zero) != (b < T.Zero) ? towardsZero - T.One : towardsZero;
        }

        if (b == T.Zero)
        {
            return a / b;
        }

        var rest = a % b;
        var quotient = (a - rest) / b;
        if (rest != T.Zero && (rest < T.Zero) != (b < T.Zero))
        {
            quotient -= T.One;
        }

        return quotient == T.Zero
            ? T.Zero * (a / b)
            : T.CreateTruncating(Math.Round(double.CreateTruncating(quotient)));
    }

    /// <summary>aᵇ; of whole numbers and a negative b, 0 unless a is 1 or −1.</summary>
    public static T Pow<T>(T a, T b)
        where T : unmanaged, INumber<T>
    {
        if (!IsWhole<T>())
        {
            return T.CreateTruncating(Math.Pow(double.CreateTruncating(a), double.CreateTruncating(b)));
        }

        if (b < T.Zero)
        {
            return a == T.One || (a == -T.One && (long.CreateTruncating(b) & 1) == 0) ? T.One : a == -T.One ? a : T.Zero;
        }

        var power = T.One;
        for (var remaining = long.CreateTruncating(b); remaining > 0; remaining >>= 1)
        {
            power = (remaining & 1) == 1 ? power * a : power;
            a *= a;
        }

        return power;
    }

    // Whether there is no half: devices cannot compare types, and the processor's compiler knows the answer, too.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsWhole<T>()
        where T : unmanaged, INumber<T> => T.One / (T.One + T.One) == T.Zero;
}
