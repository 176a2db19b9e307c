namespace NotebookGrad.Exploration;

/// <summary>Takes functions of single numbers apart into values and derivatives.</summary>
internal static class ActivationInspector
{
    // An even count of steps, so that the middle, where most functions bend, is one of the inputs.
    private const int Count = 1201;
    private const double Tolerance = 1e-6;

    /// <summary>A function's values and derivatives over a range.</summary>
    public static ActivationCurve Inspect(Func<Tensor, Tensor> function, string? name, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(function);
        if (!(double.IsFinite(from) && double.IsFinite(to) && from < to))
        {
            throw new ArgumentException(
                $"activation: from {from} to {to} there are no inputs; give two finite numbers, the least first");
        }

        var x = Tensor.Linspace(from, to, Count, requiresGrad: true, dtype: DType.Float64).Named("x");
        using (Autograd.EnableGrad())
        {
            var y = function(x);
            var called = name ?? NameOf(y, x);
            var values = Values(called, y, x);
            RequireEachAlone(called, function, x, values);
            var derivatives = y.RequiresGrad ? Autograd.Grad(y.Sum(), [x], allowUnused: true)[0] : null;
            return new ActivationCurve(
                called, x.ToArray<double>(), values, derivatives?.ToArray<double>() ?? new double[Count]);
        }
    }

    // What is a single operation on its input has that one's name.
    private static string NameOf(Tensor y, Tensor x) =>
        y?.GradFn is { NextFunctions: [var only] } node && only == x.Node ? node.OperationName : "f";

    private static double[] Values(string name, Tensor y, Tensor x) => y?.Shape == x.Shape
        ? y.To(DType.Float64).ToArray<double>()
        : throw new ArgumentException(
            $"activation: {name} makes {(y is null ? "nothing" : y.Shape)} of x {x.Shape}; give a function of each "
            + "number alone, which keeps the shape");

    private static void RequireEachAlone(string name, Func<Tensor, Tensor> function, Tensor x, double[] values)
    {
        var half = function(x[..(Count / 2)]).To(DType.Float64).ToArray<double>();
        for (var i = 0; i < half.Length; i++)
        {
            var isSame = half[i].Equals(values[i])
                || Math.Abs(half[i] - values[i]) <= Tolerance * Math.Max(1, Math.Abs(values[i]));
            if (!isSame)
            {
                throw new ArgumentException(
                    $"activation: {name} makes {values[i]:G6} of {x[i].Item<double>():G6}, and {half[i]:G6} when it "
                    + "is called with others; give a function of each number alone, not one such as softmax or "
                    + "dropout");
            }
        }
    }
}
