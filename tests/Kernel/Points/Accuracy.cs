namespace NotebookGrad.Tests.Points;

/// <summary>
/// How near a function comes to the truth: each error is at most so many units in the last place (ulp) of the result or,
/// where <see cref="SlopeScale"/> or <see cref="ValueScale"/> is given, of that number. A scale says that the formula
/// subtracts numbers of that size; the reason says which.
/// </summary>
internal sealed record Accuracy(
    Func<Tensor[], Tensor> Function,
    double Value = 4,
    double Slope = 4,
    double ValueScale = 0,
    double SlopeScale = 0,
    string? Reason = null)
{
    // A scale for what falls below the smallest normal numbers on its way.
    private const double Underflow = 1e-290;

    /// <summary>All functions, by PyTorch's names.</summary>
    public static IReadOnlyDictionary<string, Accuracy> All { get; } = new Dictionary<string, Accuracy>
    {
        ["exp"] = new(x => x[0].Exp()),
        ["exp2"] = new(x => x[0].Exp2()),
        ["expm1"] = new(x => x[0].Expm1(), SlopeScale: 1, Reason: "the slope is y + 1"),
        ["log"] = new(x => x[0].Log()),
        ["log2"] = new(x => x[0].Log2()),
        ["log10"] = new(x => x[0].Log10(), SlopeScale: Underflow, Reason: "x·log 10 overflows"),
        ["log1p"] = new(x => x[0].Log1p()),
        ["sqrt"] = new(x => x[0].Sqrt()),
        ["rsqrt"] = new(x => x[0].Rsqrt()),
        ["reciprocal"] = new(x => x[0].Reciprocal()),
        ["square"] = new(x => x[0].Square()),
        ["sin"] = new(x => x[0].Sin()),
        ["cos"] = new(x => x[0].Cos()),
        ["tan"] = new(x => x[0].Tan()),
        ["asin"] = new(x => x[0].Asin()),
        ["acos"] = new(x => x[0].Acos()),
        ["atan"] = new(x => x[0].Atan(), SlopeScale: Underflow, Reason: "1 + x² overflows"),
        ["sinh"] = new(x => x[0].Sinh()),
        ["cosh"] = new(x => x[0].Cosh()),
        ["tanh"] = new(x => x[0].Tanh(), SlopeScale: 1, Reason: "the slope is 1 − y²"),
        ["asinh"] = new(x => x[0].Asinh(), SlopeScale: 1e-138, Reason: "1 + x² overflows"),
        ["acosh"] = new(x => x[0].Acosh(), SlopeScale: 1e-138, Reason: "x² − 1 overflows"),
        ["atanh"] = new(x => x[0].Atanh()),
        ["erf"] = new(x => x[0].Erf(), Slope: 100, Reason: "x² is rounded before e to −x²"),
        ["erfc"] = new(x => x[0].Erfc(), Slope: 100, Reason: "x² is rounded before e to −x²"),
        ["erfinv"] = new(x => x[0].Erfinv(), Slope: 40, Reason: "y² is rounded before e to y²"),
        ["lgamma"] = new(x => x[0].Lgamma(), ValueScale: 1, SlopeScale: 1, Reason: "both have zeros below 0, found by reflection"),
        ["digamma"] = new(x => x[0].Digamma(), ValueScale: 1, Reason: "zeros below 0 are found by reflection"),
        ["sigmoid"] = new(x => x[0].Sigmoid(), ValueScale: Underflow, SlopeScale: 1, Reason: "1 + e to −x overflows; the slope is y(1 − y)"),
        ["logsigmoid"] = new(x => Functional.LogSigmoid(x[0]), SlopeScale: Underflow, Reason: "1 + e to x overflows"),
        ["logit"] = new(x => x[0].Logit()),
        ["softplus"] = new(x => Functional.Softplus(x[0]), SlopeScale: Underflow, Reason: "1 + e to −x overflows"),
        ["softsign"] = new(x => Functional.Softsign(x[0]), SlopeScale: Underflow, Reason: "(1 + |x|)² overflows"),
        ["gelu"] = new(x => Functional.Gelu(x[0]), 1000, 40, Reason: "x²/2 is rounded before its exponential"),
        ["silu"] = new(x => Functional.Silu(x[0]), Slope: 40, ValueScale: Underflow, SlopeScale: 1, Reason: "1 + e to −x overflows; the slope has x(1 − σ), and a zero"),
        ["mish"] = new(x => Functional.Mish(x[0]), ValueScale: Underflow, SlopeScale: 1, Reason: "e to x underflows; the slope has a zero"),
        ["elu"] = new(x => Functional.Elu(x[0])),
        ["abs"] = new(x => x[0].Abs(), 0, 0),
        ["relu"] = new(x => x[0].Relu(), 0, 0),
        ["frac"] = new(x => x[0].Frac(), 0, 0),
        ["atan2"] = new(x => x[0].Atan2(x[1])),
        ["hypot"] = new(x => x[0].Hypot(x[1])),
        ["logaddexp"] = new(x => x[0].LogAddExp(x[1]), Slope: 400, SlopeScale: Underflow, Reason: "the difference is rounded before its exponential, which may underflow"),
        ["xlogy"] = new(x => x[0].Xlogy(x[1])),
        ["xlog1py"] = new(x => x[0].Xlog1py(x[1])),
        ["pow"] = new(x => x[0].Pow(x[1]), Slope: 400, Reason: "the exponent less 1 is rounded, and counts times log x"),
        ["maximum"] = new(x => x[0].Maximum(x[1]), 0, 0),
        ["minimum"] = new(x => x[0].Minimum(x[1]), 0, 0),
        ["div"] = new(x => x[0] / x[1]),
    };

    /// <summary>An error in units of the last place of the expected number or, if that is greater, of a scale.</summary>
    public static double Ulps(double expected, double actual, double scale)
    {
        if (expected.Equals(actual) || expected == actual)
        {
            return 0;
        }

        // The infinities count as the next numbers beyond the greatest.
        var (a, b) = (Finite(expected), Finite(actual));
        var size = Math.Max(Math.Abs(a), scale);
        return Math.Abs(a - b) / (Math.BitIncrement(size) - size);
    }

    private static double Finite(double x) => double.IsInfinity(x) ? Math.CopySign(double.MaxValue, x) : x;
}
