using System.Text.Json.Serialization;
using System.Text.Json;
using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Operations;

/// <summary>
/// Pointwise functions at the edges of float64 against PyTorch's numbers; see <c>Reference/edges.py</c>.
/// </summary>
public abstract class EdgeSuite : DeviceSuite
{
    private protected EdgeSuite(Device device)
        : base(device)
    {
    }


    // Below it numbers lose digits, and PyTorch's vector code some of the numbers.
    private const double LeastNormal = 2.2250738585072014e-308;

    private static readonly Content Reference = Read();

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Unary = new()
    {
        ["elu"] = x => Functional.Elu(x),
        ["selu"] = Functional.Selu,
        ["celu"] = x => Functional.Celu(x, 2),
        ["gelu"] = x => Functional.Gelu(x),
        ["gelu by tanh"] = x => Functional.Gelu(x, "tanh"),
        ["silu"] = Functional.Silu,
        ["mish"] = Functional.Mish,
        ["logsigmoid"] = Functional.LogSigmoid,
        ["softplus"] = x => Functional.Softplus(x),
        ["softsign"] = Functional.Softsign,
        ["hardtanh"] = x => Functional.Hardtanh(x),
        ["relu6"] = Functional.Relu6,
        ["hardsigmoid"] = Functional.Hardsigmoid,
        ["hardswish"] = Functional.Hardswish,
        ["leaky_relu"] = x => Functional.LeakyRelu(x),
        ["threshold"] = x => Functional.Threshold(x, 1, 20),
        ["clamp"] = x => x.Clamp(-1, 2.5),
        ["clamp to infinity"] = x => x.Clamp(min: 0),
        ["logit"] = x => x.Logit(),
        ["logit of a margin"] = x => x.Logit(0.1),
        ["round to a decimal"] = x => x.Round(1),
        ["round to hundreds"] = x => x.Round(-2),
        ["polygamma 1"] = x => x.Polygamma(1),
        ["polygamma 3"] = x => x.Polygamma(3),
        ["pow 0"] = x => x.Pow(0),
        ["pow 1"] = x => x.Pow(1),
        ["pow 2"] = x => x.Pow(2),
        ["pow 3"] = x => x.Pow(3),
        ["pow 0.5"] = x => x.Pow(0.5),
        ["pow -1"] = x => x.Pow(-1),
        ["pow -2.5"] = x => x.Pow(-2.5),
        ["pow of 2"] = x => Tensor.Pow(2, x),
        ["pow of 0"] = x => Tensor.Pow(0, x),
        ["pow of -1"] = x => Tensor.Pow(-1, x),
        ["xlogy of 2"] = x => Tensor.Xlogy(2, x),
        ["abs"] = x => x.Abs(),
        ["sign"] = x => x.Sign(),
        ["floor"] = x => x.Floor(),
        ["ceil"] = x => x.Ceil(),
        ["trunc"] = x => x.Trunc(),
        ["round"] = x => x.Round(),
        ["frac"] = x => x.Frac(),
        ["nan_to_num"] = x => x.NanToNum(),
        ["neg"] = x => -x,
        ["reciprocal"] = x => x.Reciprocal(),
        ["sqrt"] = x => x.Sqrt(),
        ["rsqrt"] = x => x.Rsqrt(),
        ["square"] = x => x.Square(),
        ["exp"] = x => x.Exp(),
        ["exp2"] = x => x.Exp2(),
        ["expm1"] = x => x.Expm1(),
        ["log"] = x => x.Log(),
        ["log2"] = x => x.Log2(),
        ["log10"] = x => x.Log10(),
        ["log1p"] = x => x.Log1p(),
        ["sin"] = x => x.Sin(),
        ["cos"] = x => x.Cos(),
        ["tan"] = x => x.Tan(),
        ["asin"] = x => x.Asin(),
        ["acos"] = x => x.Acos(),
        ["atan"] = x => x.Atan(),
        ["sinh"] = x => x.Sinh(),
        ["cosh"] = x => x.Cosh(),
        ["tanh"] = x => x.Tanh(),
        ["asinh"] = x => x.Asinh(),
        ["acosh"] = x => x.Acosh(),
        ["atanh"] = x => x.Atanh(),
        ["erf"] = x => x.Erf(),
        ["erfc"] = x => x.Erfc(),
        ["erfinv"] = x => x.Erfinv(),
        ["lgamma"] = x => x.Lgamma(),
        ["digamma"] = x => x.Digamma(),
        ["sigmoid"] = x => x.Sigmoid(),
        ["relu"] = x => x.Relu(),
        ["isnan"] = x => x.IsNaN(),
        ["isinf"] = x => x.IsInf(),
        ["isfinite"] = x => x.IsFinite(),
        ["isposinf"] = x => x.IsPosInf(),
        ["isneginf"] = x => x.IsNegInf(),
        ["signbit"] = x => x.SignBit(),
        ["logical_not"] = x => x.LogicalNot(),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Binary = new()
    {
        ["add"] = (a, b) => a + b,
        ["sub"] = (a, b) => a - b,
        ["mul"] = (a, b) => a * b,
        ["div"] = (a, b) => a / b,
        ["pow"] = (a, b) => a.Pow(b),
        ["maximum"] = (a, b) => a.Maximum(b),
        ["minimum"] = (a, b) => a.Minimum(b),
        ["fmax"] = (a, b) => a.Fmax(b),
        ["fmin"] = (a, b) => a.Fmin(b),
        ["clamp_min"] = (a, b) => a.ClampMin(b),
        ["clamp_max"] = (a, b) => a.ClampMax(b),
        ["hypot"] = (a, b) => a.Hypot(b),
        ["atan2"] = (a, b) => a.Atan2(b),
        ["logaddexp"] = (a, b) => a.LogAddExp(b),
        ["logaddexp2"] = (a, b) => a.LogAddExp2(b),
        ["xlogy"] = (a, b) => a.Xlogy(b),
        ["xlog1py"] = (a, b) => a.Xlog1py(b),
        ["copysign"] = (a, b) => a.CopySign(b),
        ["remainder"] = (a, b) => a % b,
        ["fmod"] = (a, b) => a.Fmod(b),
        ["floor_divide"] = (a, b) => a.FloorDivide(b),
        ["trunc_divide"] = (a, b) => a.Div(b, RoundingMode.Trunc),
        ["eq"] = (a, b) => a.Eq(b),
        ["ne"] = (a, b) => a.Ne(b),
        ["lt"] = (a, b) => a < b,
        ["le"] = (a, b) => a <= b,
        ["gt"] = (a, b) => a > b,
        ["ge"] = (a, b) => a >= b,
        ["isclose"] = (a, b) => a.IsClose(b),
        ["logical_and"] = (a, b) => a.LogicalAnd(b),
        ["logical_or"] = (a, b) => a.LogicalOr(b),
        ["logical_xor"] = (a, b) => a.LogicalXor(b),
        ["lerp"] = (a, b) => a.Lerp(b, 0.75),
        ["heaviside"] = (a, b) => a.Heaviside(b),
        ["where"] = (a, b) => Tensor.Where(a > b, a, b),
    };

    public static TheoryData<string> Names() => [.. Unary.Keys, .. Binary.Keys];

    [DeviceFact]
    public void The_table_and_the_reference_have_the_same_functions() =>
        Assert.Equal(Reference.Cases.Keys.Order(), Unary.Keys.Concat(Binary.Keys).Order());

    [DeviceTheory]
    [MemberData(nameof(Names))]
    public void Values_and_gradients_are_those_of_PyTorch(string name)
    {
        var reference = Reference.Cases[name];
        var leaves = Operands(name).Select(operand => Tensor.Of(operand, requiresGrad: true)).ToArray();
        var value = Value(name, leaves);
        var gradients = value.RequiresGrad
            ? Autograd.Grad(value, leaves, Tensor.OnesLike(value))
            : [.. leaves.Select(leaf => Tensor.ZerosLike(leaf))];

        var differences = Differences(name, "value", reference.Value, value.Detach().To(DType.Float64).ToArray<double>());
        for (var i = 0; i < leaves.Length; i++)
        {
            differences = differences.Concat(Differences(name, $"gradient {i}", reference.Gradients[i], gradients[i].ToArray<double>()));
        }

        Assert.True(!differences.Any(), $"{name}: " + string.Join("\n", differences));
    }

    [DeviceTheory]
    [MemberData(nameof(Names))]
    public void One_element_gives_what_it_gives_among_others(string name)
    {
        var operands = Operands(name);
        var together = Value(name, [.. operands.Select(operand => Tensor.Of(operand))]).To(DType.Float64).ToArray<double>();
        for (var i = 0; i < together.Length; i++)
        {
            var alone = Value(name, [.. operands.Select(operand => Tensor.Of(operand[i]))]).To(DType.Float64).Item<double>();
            Assert.True(
                alone.Equals(together[i]) || Math.Abs(alone - together[i]) <= (1e-15 * Math.Abs(alone)) + double.Epsilon,
                $"at {string.Join(", ", operands.Select(operand => operand[i]))}: {alone:R} alone, {together[i]:R} among others");
        }
    }

    private static Tensor Value(string name, Tensor[] operands) =>
        Unary.TryGetValue(name, out var unary) ? unary(operands[0]) : Binary[name](operands[0], operands[1]);

    private static double[][] Operands(string name)
    {
        var (points, paired) = (Reference.Points, Reference.Paired);
        return Unary.ContainsKey(name)
            ? [points]
            : [[.. paired.SelectMany(a => paired.Select(_ => a))], [.. paired.SelectMany(_ => paired)]];
    }

    private static IEnumerable<string> Differences(string name, string what, double[] expected, double[] actual)
    {
        var operands = Operands(name);
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < actual.Length; i++)
        {
            if (!expected[i].Equals(actual[i]) && !(Math.Abs(expected[i] - actual[i]) <= (1e-10 * Math.Abs(expected[i])) + LeastNormal))
            {
                yield return $"{what} at {string.Join(", ", operands.Select(operand => operand[i]))}: {actual[i]:R}, PyTorch has {expected[i]:R}";
            }
        }
    }

    private static Content Read()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };
        using var stream = typeof(EdgeTests).Assembly.GetManifestResourceStream("edges.json")!;
        var content = JsonSerializer.Deserialize<Content>(stream, options)!;

        // C#'s own NaN has a minus sign, which copysign and signbit see; Python's has none.
        content.Points[0] = content.Paired[0] = double.CopySign(double.NaN, 1);
        return content;
    }

    private sealed record Case(double[] Value, double[][] Gradients);

    private sealed record Content(double[] Points, double[] Paired, Dictionary<string, Case> Cases);
}
