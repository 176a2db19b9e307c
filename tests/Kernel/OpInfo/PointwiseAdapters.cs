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
        { "__rdiv__", x => Reflected(x, (a, b) => a / b, (a, b) => a / b) },
        { "neg", x => -x.Tensor(0) },
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
}
