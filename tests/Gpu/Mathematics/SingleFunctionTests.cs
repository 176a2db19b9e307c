using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Mathematics;

/// <summary>Functions of float32 on devices, beside the processor's of float64.</summary>
public class SingleFunctionTests
{
    // Every so many of all numbers there are, NaN and infinities among them: a prime, so that all digits vary.
    private const uint Stride = 10_007;

    private static readonly Dictionary<string, (Func<float, float> Actual, Func<double, double> True)> Functions = new()
    {
        ["exp"] = (Exponentials.Exp, Math.Exp),
        ["exp2"] = (Exponentials.Exp2, x => Math.Pow(2, x)),
        ["log"] = (Logarithms.Log, Math.Log),
        ["log2"] = (Logarithms.Log2, Math.Log2),
        ["log10"] = (Logarithms.Log10, Math.Log10),
        ["sin"] = (Angles.Sin, Math.Sin),
        ["cos"] = (Angles.Cos, Math.Cos),
        ["tan"] = (Angles.Tan, Math.Tan),
        ["asin"] = (InverseAngles.Asin, Math.Asin),
        ["acos"] = (InverseAngles.Acos, Math.Acos),
        ["atan"] = (InverseAngles.Atan, Math.Atan),
        ["sinh"] = (Hyperbolics.Sinh, Math.Sinh),
        ["cosh"] = (Hyperbolics.Cosh, Math.Cosh),
        ["tanh"] = (Hyperbolics.Tanh, Math.Tanh),
        ["asinh"] = (Hyperbolics.Asinh, Math.Asinh),
        ["acosh"] = (Hyperbolics.Acosh, Math.Acosh),
        ["atanh"] = (Hyperbolics.Atanh, Math.Atanh),
        ["round"] = (Roundings.Round, Math.Round),
        ["truncate"] = (Roundings.Truncate, Math.Truncate),
    };

    private static readonly Dictionary<string, (Func<float, float, float> Actual, Func<double, double, double> True)>
        Pairs = new()
        {
            ["pow"] = (Powers.Pow, Math.Pow),
            ["hypot"] = (Powers.Hypot, double.Hypot),
            ["atan2"] = (InverseAngles.Atan2, Math.Atan2),
            ["modulus"] = (Remainders.Modulus, (x, y) => x % y),
            ["max"] = (Comparisons.Max, Math.Max),
            ["min"] = (Comparisons.Min, Math.Min),
            ["copysign"] = (Comparisons.CopySign, Math.CopySign),
        };

    private static readonly float[] Partners =
    [
        0, -0f, 0.3f, 1, -1, 2, -2.5f, 3, 7.25f, 1e6f, 1e-30f, 1e-45f, float.MaxValue, float.PositiveInfinity,
        float.NegativeInfinity, float.NaN,
    ];

    public static TheoryData<string> Names => [.. Functions.Keys];

    public static TheoryData<string> PairNames => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_two_units_in_the_last_place_away_at_most(string name)
    {
        var (actual, truth) = Functions[name];
        foreach (var x in Numbers(Stride).Concat(Partners))
        {
            if (!(Ulps.Between(actual(x), truth(x)) <= 2))
            {
                Fail(x, actual(x), truth(x));
            }
        }
    }

    [Theory]
    [MemberData(nameof(PairNames))]
    public void A_function_of_two_is_one_unit_away_at_most(string name)
    {
        var (actual, truth) = Pairs[name];
        foreach (var y in Partners)
        {
            foreach (var x in Numbers(20 * Stride).Concat(Partners))
            {
                Check(x, y);
                Check(y, x);
            }
        }

        void Check(float x, float y)
        {
            if (!(Ulps.Between(actual(x, y), truth(x, y)) <= 1))
            {
                Fail((x, y), actual(x, y), truth(x, y));
            }
        }
    }

    [Fact]
    public void An_angle_beside_a_quarter_turn_keeps_its_digits()
    {
        // Of all float32 it is nearest to a multiple of π/2.
        var angle = MathF.ScaleB(16367173, 72);
        Assert.True(Ulps.Between(Angles.Cos(angle), Math.Cos(angle)) <= 2);
    }

    private static IEnumerable<float> Numbers(uint stride)
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += stride)
        {
            yield return BitConverter.UInt32BitsToSingle((uint)bits);
        }
    }

    private static void Fail(object arguments, float actual, double truth) =>
        Assert.Fail($"at {arguments}: {actual:R}, which should be {truth:R}");
}
