using System.Numerics;

namespace NotebookGrad.Operations;

/// <summary>
/// Elementary functions that C# lacks: eˣ − 1 and log(1 + x) without loss of digits near 0, by W. Kahan's device: the
/// rounding of an intermediate result is undone by dividing by what it makes of the argument. (N. Higham, Accuracy and
/// Stability of Numerical Algorithms, 2nd edition, section 1.14.1.)
/// </summary>
internal static class Elementary
{
    /// <summary>eˣ − 1.</summary>
    public static T Expm1<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var power = T.Exp(x);
        return T.Abs(x) > T.One ? power - T.One
            : power == T.One ? x
            : (power - T.One) * (x / T.Log(power));
    }

    /// <summary>log(1 + x).</summary>
    public static T Log1p<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sum = T.One + x;
        return sum == T.One ? x
            : x > T.One ? T.Log(sum)
            : T.Log(sum) * (x / (sum - T.One));
    }

    /// <summary>The logarithm to base 2, which T inherits from two interfaces.</summary>
    public static T Log2<T>(T x)
        where T : unmanaged, ILogarithmicFunctions<T> => T.Log2(x);
}
