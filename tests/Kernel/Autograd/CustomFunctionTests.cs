namespace NotebookGrad.Tests;

/// <summary>Operations that a user declares in a cell.</summary>
public class CustomFunctionTests
{
    private static readonly Func<Tensor, Tensor> Swish = Autograd.Function(
        "swish", x => x * x.Sigmoid(), slope: (x, y) => x.Sigmoid() * (1 + x - y));

    private static readonly Func<Tensor[], Tensor> Hypot = Autograd.Function(
        "hypot",
        forward: (context, x) =>
        {
            var y = (x[0] * x[0] + x[1] * x[1]).Sqrt();
            context.Save(x[0], x[1], y);
            return y;
        },
        backward: (context, g) => [g * context.Saved[0] / context.Saved[2], g * context.Saved[1] / context.Saved[2]]);

    [Fact]
    public void A_slope_makes_one_node_with_the_derivatives_of_the_composition_to_third_order()
    {
        var points = new[] { -2.0, 0.5, 3.0 };
        var (x, z) = (Tensor.Of(points, requiresGrad: true), Tensor.Of(points, requiresGrad: true));
        var (y, reference) = (Swish(x), z * z.Sigmoid());
        Assert.Equal("swish", y.GradFn.OperationName);
        for (var order = 0; order < 3; order++)
        {
            y = Autograd.Grad(y.Sum(), [x], createGraph: true)[0];
            reference = Autograd.Grad(reference.Sum(), [z], createGraph: true)[0];
            Assert.Equal(reference.ToArray<double>(), y.ToArray<double>(), Near);
        }

        Assert.Equal(
            Autograd.Jvp(z * z.Sigmoid(), [z], [Tensor.Of([1.0, 2.0, 3.0])]).ToArray<double>(),
            Autograd.Jvp(Swish(x), [x], [Tensor.Of([1.0, 2.0, 3.0])]).ToArray<double>(), Near);
    }

    [Fact]
    public void Forward_and_backward_make_one_node_that_differentiates_twice_and_forward()
    {
        var (a, b) = (Tensor.Of([3.0, 5.0], requiresGrad: true), Tensor.Of([4.0, 12.0], requiresGrad: true));
        var y = Hypot([a, b]);
        Assert.Equal([5.0, 13.0], y.ToArray<double>());
        var first = Autograd.Grad(y.Sum(), [a, b], createGraph: true);
        Assert.Equal([0.6, 5 / 13.0], first[0].ToArray<double>(), Near);
        Assert.Equal([0.8, 12 / 13.0], first[1].ToArray<double>(), Near);
        var second = Autograd.Grad(first[0].Sum(), [a, b]); // b²/y³ and −ab/y³
        Assert.Equal([16 / 125.0, 144 / 2197.0], second[0].ToArray<double>(), Near);
        Assert.Equal([-12 / 125.0, -60 / 2197.0], second[1].ToArray<double>(), Near);

        var tangent = Autograd.Jvp(Hypot([a, b]), [a, b], [Tensor.Of([1.0, 0.0]), Tensor.Of([10.0, 1.0])]);
        Assert.Equal([0.6 + 8, 12 / 13.0], tangent.ToArray<double>(), Near);
        var mixed = Autograd.Grad(tangent[0], [a])[0][0].Item<double>(); // of (a + 10b)/y by a
        Assert.Equal(1 / 5.0 - 3 * 43 / 125.0, mixed, 1e-12);
    }

    [Fact]
    public void What_was_saved_is_counted_checked_and_freed()
    {
        var a = Tensor.Rand([20_000], requiresGrad: true, dtype: DType.Float64);
        var b = Tensor.Rand([20_000], dtype: DType.Float64).Named("b");
        var y = Hypot([a, b]);
        Assert.Equal(3 * 160_000, y.GradFn.SavedBytes);
        b.Add_(1);
        Assert.Contains("it needs b [20000], which was changed in place", Assert.Throws<InvalidOperationException>(() => y.Sum().Backward()).Message);
        y = Hypot([a, b]);
        y.Sum().Backward();
        Assert.Equal(0, y.GradFn.SavedBytes);
        Assert.Equal((a / (a * a + b * b).Sqrt()).ToArray<double>(), a.Grad.ToArray<double>(), Near);
    }

    [Fact]
    public void What_backward_makes_and_keeps_is_its_own_and_state_goes_from_forward_to_backward()
    {
        var kept = new List<Tensor>();
        var scaled = Autograd.Function(
            "scaled",
            forward: (context, x) =>
            {
                context.State = 3.0;
                context.Save(x[0].Exp());
                return x[0] * 3.0;
            },
            backward: (context, g) =>
            {
                kept.Add(g);
                kept.Add(g * context.Saved[0]);
                return [g * (double)context.State!];
            });
        var x = Tensor.Zeros([20_000], requiresGrad: true, dtype: DType.Float64);
        scaled([x.Sin()]).Sum().Backward();
        (x * x).Exp().Sum().Backward();
        Assert.All(kept, g => Assert.Equal(20_000, g.Sum().Item<double>()));
        Assert.Equal(60_000, x.Grad.Sum().Item<double>());
    }

    [Fact]
    public void An_operand_without_a_gradient_gets_none_and_an_identity_is_a_node_of_its_own()
    {
        var (x, w) = (Tensor.Of(2.0, requiresGrad: true), Tensor.Of(3.0, requiresGrad: true));
        var stop = Autograd.Function("stop_second", (_, operands) => operands[0], (context, g) => [g, null]);
        var y = stop([x, w]);
        Assert.NotSame(x, y);
        Assert.Equal("stop_second", y.GradFn.OperationName);
        (y * 5).Backward();
        Assert.Equal(5, x.Grad.Item<double>());
        Assert.Null(w.Grad);
    }

    [Fact]
    public void A_custom_function_is_drawn_with_its_name_and_local_derivative_even_if_that_fails()
    {
        var x = Tensor.Of(2.0, requiresGrad: true);
        var square = Autograd.Function("square", v => v * v, slope: (v, _) => 2 * v);
        Assert.Equal(4, Assert.Single(square(x).Graph().Edges).LocalDerivative);
        var broken = Autograd.Function("broken", v => v * v, slope: (_, _) => throw new TimeoutException());
        Assert.Null(Assert.Single(broken(x).Graph().Edges).LocalDerivative);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-12 * Math.Max(1, Math.Abs(a));
}
