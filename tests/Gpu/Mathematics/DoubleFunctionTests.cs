using System.Text.Json;
using NotebookGrad.Backends.Gpu;

namespace NotebookGrad.Tests.Mathematics;

/// <summary>Functions of float64 on devices, where mpmath knows them and beside the processor's.</summary>
public class DoubleFunctionTests
{
    private static readonly Dictionary<string, (Func<double, double> Actual, Func<double, double> Known)> Functions =
        new()
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
            ["sinpi"] = (Angles.SinPi, double.SinPi),
            ["tanpi"] = (Angles.TanPi, double.TanPi),
            ["round"] = (Roundings.Round, Math.Round),
            ["truncate"] = (Roundings.Truncate, Math.Truncate),
        };

    private static readonly
        Dictionary<string, (Func<double, double, double> Actual, Func<double, double, double> Known)> Pairs = new()
        {
            ["pow"] = (Powers.Pow, Math.Pow),
            ["hypot"] = (Powers.Hypot, double.Hypot),
            ["atan2"] = (InverseAngles.Atan2, Math.Atan2),
            ["modulus"] = (Remainders.Modulus, (x, y) => x % y),
            ["maximum"] = (Comparisons.Max, Math.Max),
            ["minimum"] = (Comparisons.Min, Math.Min),
            ["copysign"] = (Comparisons.CopySign, Math.CopySign),
        };

    private static readonly double[] Partners =
    [
        0, -0.0, 0.3, 1, -1, 2, -2.5, 3, 7.25, 1e9, 1e-300, 5e-324, double.MaxValue, double.PositiveInfinity,
        double.NegativeInfinity, double.NaN,
    ];

    private static readonly Dictionary<string, JsonElement> Points = ReadPoints();

    public static TheoryData<string> Names => [.. Functions.Keys];

    public static TheoryData<string> PairNames => [.. Pairs.Keys];

    public static TheoryData<string> KnownNames =>
        [.. Functions.Keys.Concat(Pairs.Keys).Append("log1p").Where(Points.ContainsKey)];

    [Theory]
    [MemberData(nameof(KnownNames))]
    public void A_function_is_two_units_in_the_last_place_away_at_most_where_rounding_is_hard(string name)
    {
        foreach (var point in Points[name].GetProperty("points").EnumerateArray())
        {
            double[] x = [.. point[0].EnumerateArray().Select(number => Number(number)!.Value)];
            if (Number(point[1]) is { } value)
            {
                var actual = x.Length == 2 ? Pairs[name].Actual(x[0], x[1])
                    : name == "log1p" ? Logarithms.LogP1(x[0])
                    : Functions[name].Actual(x[0]);

                // mpmath has no −0.
                Check(string.Join(", ", x), actual == 0 ? 0 : actual, value == 0 ? 0 : value, 2.5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_is_beside_that_of_the_processor(string name)
    {
        var (actual, known) = Functions[name];
        foreach (var x in Numbers(20_011).Concat(Partners))
        {
            Check(x, actual(x), known(x), 3);
        }
    }

    [Theory]
    [MemberData(nameof(PairNames))]
    public void A_function_of_two_is_beside_that_of_the_processor(string name)
    {
        var (actual, known) = Pairs[name];
        foreach (var y in Partners)
        {
            foreach (var x in Numbers(1_009).Concat(Partners))
            {
                Check((x, y), actual(x, y), known(x, y), 3);
                Check((y, x), actual(y, x), known(y, x), 3);
            }
        }
    }

    [Fact]
    public void An_angle_beside_a_quarter_turn_keeps_its_digits()
    {
        // Of all float64 it is nearest to a multiple of π/2 (J.-M. Muller, Elementary Functions, 2nd edition, 2006,
        // table 9.1), with the cosine that mpmath knows.
        Check("2⁷⁹⁷", Angles.Cos(Math.ScaleB(6381956970095103, 797)), -4.6871659242546277e-19, 2.5);
    }

    // Some of all numbers there are: equally far from each other by their digits.
    private static IEnumerable<double> Numbers(int count)
    {
        var stride = ulong.MaxValue / (ulong)count;
        return Enumerable.Range(0, count).Select(number => BitConverter.UInt64BitsToDouble((ulong)number * stride))
            .Concat(Enumerable.Range(0, count).Select(number => (number - (count / 2)) * 37.0 / count));
    }

    private static void Check(object arguments, double actual, double known, double most) => Assert.True(
        Ulps.Between(actual, known) <= most,
        $"at {arguments}: {actual:R}, which should be {known:R}");

    private static Dictionary<string, JsonElement> ReadPoints()
    {
        using var stream = typeof(DoubleFunctionTests).Assembly.GetManifestResourceStream("points.json")!;
        return JsonDocument.Parse(stream).RootElement.GetProperty("functions").EnumerateArray()
            .ToDictionary(function => function.GetProperty("name").GetString()!);
    }

    private static double? Number(JsonElement number) => number.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => number.GetString() == "inf" ? double.PositiveInfinity : double.NegativeInfinity,
        _ => number.GetDouble(),
    };
}
