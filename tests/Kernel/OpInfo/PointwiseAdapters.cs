namespace NotebookGrad.Tests.OpInfo;

/// <summary>Operations element by element.</summary>
internal static class PointwiseAdapters
{
    public static Adapters All { get; } = new()
    {
        { "add", x => Plus(x, (a, b) => a + b, (a, b) => a + b) },
        { "sub", x => Plus(x, (a, b) => a - b, (a, b) => a - b) },
        { "mul", x => Call(x, (a, b) => a * b, (a, b) => a * b) },
        { "div.no_rounding_mode", x => Call(x, (a, b) => a / b, (a, b) => a / b) },
        { "true_divide", x => Call(x, (a, b) => a / b, (a, b) => a / b) },
        { "__radd__", x => Reflected(x, (a, b) => a + b, (a, b) => a + b) },
        { "__rsub__", x => Reflected(x, (a, b) => a - b, (a, b) => a - b) },
        { "__rmul__", x => Reflected(x, (a, b) => a * b, (a, b) => a * b) },
        // PyTorch divides into a tensor by multiplying with its reciprocal, which shows where that is infinite.
        { "__rdiv__", x => Reflected(x, (a, b) => a * b.Reciprocal(), (a, b) => a * b.Reciprocal()) },
        { "neg", x => x.Tensor(0).Neg() },
        { "abs", x => x.Tensor(0).Abs() },
        { "sign", x => x.Tensor(0).Sign() },
        { "exp", x => x.Tensor(0).Exp() },
        { "log", x => x.Tensor(0).Log() },
        { "sqrt", x => x.Tensor(0).Sqrt() },
        { "tanh", x => x.Tensor(0).Tanh() },
        { "sigmoid", x => x.Tensor(0).Sigmoid() },
        { "sin", x => x.Tensor(0).Sin() },
        { "cos", x => x.Tensor(0).Cos() },
        { "nn.functional.relu", x => x.Ignoring("inplace").Tensor(0).Relu() },
        { "eq", x => Call(x, (a, b) => a.Eq(b), (a, b) => a.Eq(b)) },
        { "lt", x => Call(x, (a, b) => a < b, (a, b) => a < b) },
        { "le", x => Call(x, (a, b) => a <= b, (a, b) => a <= b) },
        { "gt", x => Call(x, (a, b) => a > b, (a, b) => a > b) },
        { "ge", x => Call(x, (a, b) => a >= b, (a, b) => a >= b) },
        { "reciprocal", x => x.Tensor(0).Reciprocal() },
        { "rsqrt", x => x.Tensor(0).Rsqrt() },
        { "square", x => x.Tensor(0).Square() },
        { "exp2", x => x.Tensor(0).Exp2() },
        { "expm1", x => x.Tensor(0).Expm1() },
        { "log2", x => x.Tensor(0).Log2() },
        { "log10", x => x.Tensor(0).Log10() },
        { "log1p", x => x.Tensor(0).Log1p() },
        { "tan", x => x.Tensor(0).Tan() },
        { "asin", x => x.Tensor(0).Asin() },
        { "acos", x => x.Tensor(0).Acos() },
        { "atan", x => x.Tensor(0).Atan() },
        { "sinh", x => x.Tensor(0).Sinh() },
        { "cosh", x => x.Tensor(0).Cosh() },
        { "asinh", x => x.Tensor(0).Asinh() },
        { "acosh", x => x.Tensor(0).Acosh() },
        { "atanh", x => x.Tensor(0).Atanh() },
        { "erf", x => x.Tensor(0).Erf() },
        { "erfc", x => x.Tensor(0).Erfc() },
        { "erfinv", x => x.Tensor(0).Erfinv() },
        { "lgamma", x => Trigamma(x).Tensor(0).Lgamma() },
        { "digamma", x => Trigamma(x).Tensor(0).Digamma() },
        { "floor", x => x.Tensor(0).Floor() },
        { "ceil", x => x.Tensor(0).Ceil() },
        { "round", x => x.Tensor(0).Round() },
        { "trunc", x => x.Tensor(0).Trunc() },
        { "frac", x => x.Tensor(0).Frac() },
        { "logical_not", x => x.Tensor(0).LogicalNot() },
        { "isnan", x => x.Tensor(0).IsNaN() },
        { "isinf", x => x.Tensor(0).IsInf() },
        { "isfinite", x => x.Tensor(0).IsFinite() },
        { "positive", x => x.Tensor(0) },
        { "logit", x => x.Tensor(0).Logit(x.DoubleOrNull(1, "eps")) },
        { "polygamma.polygamma_n_1", x => Trigamma(x).Tensor(0).Polygamma(x.Int(1, "n")) },
        { "round.decimals_0", x => x.Tensor(0).Round(x.Int(1, "decimals", 0)) },
        { "round.decimals_3", x => x.Tensor(0).Round(x.Int(1, "decimals", 0)) },
        { "round.decimals_neg_3", x => x.Tensor(0).Round(x.Int(1, "decimals", 0)) },
        { "div.trunc_rounding", x => Call(x, (a, b) => a.Div(b, Mode(x)), (a, b) => a.Div(b, Mode(x))) },
        { "div.floor_rounding", x => Call(x, (a, b) => a.Div(b, Mode(x)), (a, b) => a.Div(b, Mode(x))) },
        { "floor_divide", x => Call(x, (a, b) => a.FloorDivide(b), (a, b) => a.FloorDivide(b)) },
        { "remainder", x => Call(x, (a, b) => a % b, (a, b) => a % b) },
        { "fmod", x => Call(x, (a, b) => a.Fmod(b), (a, b) => a.Fmod(b)) },
        { "ne", x => Call(x, (a, b) => a.Ne(b), (a, b) => a.Ne(b)) },
        { "xlogy", x => Call(x, (a, b) => a.Xlogy(b), (a, b) => a.Xlogy(b)) },
        { "pow", x => Call(x, (a, b) => a.Pow(b), (a, b) => a.Pow(b)) },
        { "float_power", x => Call(x, (a, b) => a.To(DType.Float64).Pow(b), (a, b) => a.To(DType.Float64).Pow(b)) },
        { "rsub", x => x.Has(-1, "alpha")
            ? Call(x, (a, b) => b - (a * x.Scalar(-1, "alpha")), (a, b) => b - (a * x.Scalar(-1, "alpha")))
            : Call(x, (a, b) => b - a, (a, b) => b - a) },
        { "__rpow__", x => Reflected(x, (a, b) => a.Detach().Pow(b), (a, b) => Tensor.Pow(a, b)) },
        { "__rmod__", x => Reflected(x, (a, b) => a % b, (a, b) => a % b) },
        { "maximum", x => x.Tensor(0).Maximum(x.Tensor(1, "other")) },
        { "minimum", x => x.Tensor(0).Minimum(x.Tensor(1, "other")) },
        { "max.binary", x => x.Tensor(0).Maximum(x.Tensor(1, "other")) },
        { "min.binary", x => x.Tensor(0).Minimum(x.Tensor(1, "other")) },
        { "fmax", x => x.Tensor(0).Fmax(x.Tensor(1, "other")) },
        { "fmin", x => x.Tensor(0).Fmin(x.Tensor(1, "other")) },
        { "hypot", x => x.Tensor(0).Hypot(x.Tensor(1, "other")) },
        { "atan2", x => x.Tensor(0).Atan2(x.Tensor(1, "other")) },
        { "logaddexp", x => x.Tensor(0).LogAddExp(x.Tensor(1, "other")) },
        { "logaddexp2", x => x.Tensor(0).LogAddExp2(x.Tensor(1, "other")) },
        { "logical_and", x => x.Tensor(0).LogicalAnd(x.Tensor(1, "other")) },
        { "logical_or", x => x.Tensor(0).LogicalOr(x.Tensor(1, "other")) },
        { "logical_xor", x => x.Tensor(0).LogicalXor(x.Tensor(1, "other")) },
        { "isclose", x => x.Tensor(0).IsClose(x.Tensor(1), x.Double(2, "rtol", 1e-5), x.Double(3, "atol", 1e-8), x.Bool(4, "equal_nan")) },
        { "clamp", x => x.IsTensor(1, "min") || x.IsTensor(2, "max")
            ? x.Tensor(0).Clamp(x.TensorOrNull(1, "min"), x.TensorOrNull(2, "max"))
            : x.Tensor(0).Clamp(x.ScalarOrNull(1, "min"), x.ScalarOrNull(2, "max")) },
        { "clamp_min", x => Bounded(x, (a, b) => a.ClampMin(b), (a, b) => a.ClampMin(b)) },
        { "clamp_max", x => Bounded(x, (a, b) => a.ClampMax(b), (a, b) => a.ClampMax(b)) },
        { "lerp", x => x.IsTensor(2, "weight")
            ? x.Tensor(0).Lerp(x.Tensor(1), x.Tensor(2, "weight"))
            : x.Tensor(0).Lerp(x.Tensor(1), x.Scalar(2, "weight")) },
        { "addcmul", x => x
            .LeaveOut(!x.Tensor(0).DType.IsReal && x.ScalarOrNull(3, "value") is { DType.IsReal: true }, "PyTorch silently drops the fraction of a factor of whole numbers; the result is real here")
            .Tensor(0).Addcmul(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(3, "value")) },
        { "addcdiv", x => x
            .LeaveOut(!x.Tensor(0).DType.IsReal && x.ScalarOrNull(3, "value") is { DType.IsReal: true }, "PyTorch silently drops the fraction of a factor of whole numbers; the result is real here")
            .Tensor(0).Addcdiv(x.Tensor(1), x.Tensor(2), x.ScalarOrNull(3, "value")) },
        { "where", x => Tensor.Where(x.Tensor(1), x.Tensor(0), x.Tensor(2)) },
        { "masked_fill", x => x.IsTensor(2)
            ? x.Tensor(0).MaskedFill(x.Tensor(1), x.Tensor(2))
            : x.Tensor(0).MaskedFill(x.Tensor(1), x.Scalar(2)) },
        { "nan_to_num", x => x.Tensor(0).NanToNum(x.Double(1, "nan", 0), x.DoubleOrNull(2, "posinf"), x.DoubleOrNull(3, "neginf")) },
        { "nn.functional.logsigmoid", x => Functional.LogSigmoid(x.Ignoring("inplace").Tensor(0)) },
        { "nn.functional.softsign", x => Functional.Softsign(Finite(x).Tensor(0)) },
        { "nn.functional.relu6", x => Functional.Relu6(Finite(x).Tensor(0)) },
        { "nn.functional.selu", x => Functional.Selu(Finite(x).Tensor(0)) },
        { "nn.functional.silu", x => Functional.Silu(x.Ignoring("inplace").Tensor(0)) },
        { "nn.functional.mish", x => Functional.Mish(x.Ignoring("inplace").LeaveOut(
            (x.Tensor(0).Detach() > 300).ToArray<bool>().Contains(true), "PyTorch's second derivative of mish overflows").Tensor(0)) },
        { "nn.functional.hardsigmoid", x => Functional.Hardsigmoid(x
            .Ignoring("inplace").LeaveOut(x.Tensor(0).DType == DType.Float64, "PyTorch has hardsigmoid's 1/6 to eight digits").Tensor(0)) },
        { "nn.functional.hardswish", x => Functional.Hardswish(x.Ignoring("inplace").Tensor(0)) },
        { "nn.functional.tanhshrink", x => Functional.Tanhshrink(x.Ignoring("inplace").Tensor(0)) },
        { "nn.functional.softplus", x => Functional.Softplus(x.Tensor(0), x.Double(1, "beta", 1), x.Double(2, "threshold", 20)) },
        { "nn.functional.leaky_relu", x => Functional.LeakyRelu(x.Ignoring("inplace").Tensor(0), x.Double(1, "negative_slope", 0.01)) },
        { "nn.functional.elu", x => Functional.Elu(Finite(x).Tensor(0), x.Double(1, "alpha", 1)) },
        { "nn.functional.celu", x => Functional.Celu(
            x.Ignoring("inplace").LeaveOut(x.Tensor(0).DType == DType.Float64 && x.Has(1, "alpha"), "PyTorch has celu's 1/alpha to eight digits").Tensor(0),
            x.Double(1, "alpha", 1)) },
        { "nn.functional.gelu", x => Functional.Gelu(x.Tensor(0), x.Text(-1, "approximate", "none")) },
        { "nn.functional.hardtanh", x => Functional.Hardtanh(Finite(x).Tensor(0), x.Double(1, "min_val", -1), x.Double(2, "max_val", 1)) },
        { "nn.functional.threshold", x => Functional.Threshold(x.Ignoring("inplace").Tensor(0), x.Double(1, "threshold", 0), x.Double(2, "value", 0)) },
        { "nn.functional.prelu", x => Functional.Prelu(x.Tensor(0), x.Tensor(1, "weight")) },
        { "nn.functional.softshrink", x => Functional.Softshrink(Finite(x).Tensor(0), x.Double(1, "lambd", 0.5)) },
        { "nn.functional.hardshrink", x => Functional.Hardshrink(Finite(x).Tensor(0), x.Double(1, "lambd", 0.5)) },
    };

    /// <summary>An operation of two operands, the second of which may be a number.</summary>
    private static Tensor Call(Sample x, Func<Tensor, Tensor, Tensor> tensors, Func<Tensor, Scalar, Tensor> right) =>
        x.LeaveOut(!x.IsTensor(0), "two numbers and no tensor").IsTensor(1, "other")
            ? tensors(x.Tensor(0), x.Tensor(1, "other"))
            : right(x.Tensor(0), x.Scalar(1, "other"));

    /// <summary>The same with the operands exchanged.</summary>
    private static Tensor Reflected(Sample x, Func<Tensor, Tensor, Tensor> tensors, Func<Scalar, Tensor, Tensor> left) =>
        x.LeaveOut(!x.IsTensor(0), "two numbers and no tensor").IsTensor(1, "other")
            ? tensors(x.Tensor(1, "other"), x.Tensor(0))
            : left(x.Scalar(1, "other"), x.Tensor(0));

    /// <summary>A sum or difference, whose second operand is multiplied by <c>alpha</c> first.</summary>
    private static Tensor Plus(Sample x, Func<Tensor, Tensor, Tensor> tensors, Func<Tensor, Scalar, Tensor> right) => x.Has(-1, "alpha")
        ? tensors(x.Tensor(0), x.Tensor(1, "other") * x.Scalar(-1, "alpha"))
        : Call(x, tensors, right);

    private static RoundingMode Mode(Sample x) => x.Text(-1, "rounding_mode", "none") switch
    {
        "trunc" => RoundingMode.Trunc,
        "floor" => RoundingMode.Floor,
        _ => RoundingMode.None,
    };

    /// <summary>A function whose derivatives are or lead to trigamma.</summary>
    private static Sample Trigamma(Sample x) => x.LeaveOut(
        (x.Tensor(0).Detach() < 4).ToArray<bool>().Contains(true),
        "PyTorch breaks trigamma's series off after ten digits; edges.json has the truth");

    /// <summary>An operation of two steps in PyTorch, of which each has its own idea of NaN and infinity.</summary>
    private static Sample Finite(Sample x) => x.LeaveOut(
        x.Ignoring("inplace").Tensor(0).Detach().IsFinite().ToArray<bool>().Contains(false),
        "NaN or infinity, where PyTorch's vector and scalar code or its values and gradients disagree");

    /// <summary>A bound that is a tensor or a number.</summary>
    private static Tensor Bounded(Sample x, Func<Tensor, Tensor, Tensor> tensors, Func<Tensor, Scalar, Tensor> number) =>
        x.IsTensor(1) ? tensors(x.Tensor(0), x.Tensor(1)) : number(x.Tensor(0), x.Scalar(1));
}
