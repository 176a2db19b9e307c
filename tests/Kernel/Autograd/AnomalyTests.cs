using static NotebookGrad.Tests.MarkedLine;


namespace NotebookGrad.Tests;

/// <summary>NaN and ∞ are found where they come up. Alone, because messages name lines.</summary>
[Collection("alone")]
public class AnomalyTests
{
    public AnomalyTests() => SourceLine.Replenish();

    [Fact]
    public void A_NaN_in_a_value_is_found_with_its_operation_operands_places_and_line()
    {
        using var anomalies = Autograd.DetectAnomaly();
        var x = Tensor.Of(new double[,] { { 1, -1, 4 }, { -4, 9, -9 } }, requiresGrad: true).Named("x");
        var error = Assert.Throws<AnomalyException>(() => x.Sqrt()); // line sqrt
        Assert.Equal(
            $"anomaly: sqrt(x [2, 3]) ({Line("// line sqrt")}) made 3 NaN, at [0, 1], [1, 0], [1, 2]. The first comes of -1.",
            error.Message);
        Assert.Equal(("sqrt", false, null, 3L, 0L), (error.Operation, error.InBackward, error.Operand, error.NaNs, error.Infinities));
        Assert.Equal(new Shape([2, 3]), Assert.Single(error.Shapes));
        Assert.Equal("x", Assert.Single(error.Names));
        Assert.Equal([[0, 1], [1, 0], [1, 2]], error.Indices);
        Assert.Equal(Line("// line sqrt"), error.Line);
    }

    [Fact]
    public void An_infinity_in_a_value_is_found_also_where_nothing_is_recorded()
    {
        using var anomalies = Autograd.DetectAnomaly();
        var x = Tensor.Of([700.0, 800.0]).Named("x");
        var error = Assert.Throws<AnomalyException>(() => x.Exp()); // line exp
        Assert.Equal($"anomaly: exp(x [2]) ({Line("// line exp")}) made 1 ∞, at [1]. The first comes of 800.", error.Message);
        Assert.Equal((0L, 1L), (error.NaNs, error.Infinities));
        error = Assert.Throws<AnomalyException>(() => x / Tensor.Of([1.0, 0.0]));
        Assert.Equal([[1]], error.Indices);
    }

    [Fact]
    public void An_infinity_that_was_there_before_passes_and_a_NaN_that_was_is_told_apart()
    {
        using var anomalies = Autograd.DetectAnomaly();
        var mask = Tensor.Of([0.0, double.NegativeInfinity]);
        Assert.Equal([1.0, 0.0], Tensor.Of([1.0, 2.0]).MaskedFill(mask < 0, double.NegativeInfinity).Softmax(0).ToArray<double>());
        Assert.Equal([1.0, 0.0], (Tensor.Of([1.0, 2.0]) + mask).Softmax(0).ToArray<double>());
        var bad = Tensor.Of([1.0, double.NaN]).Named("bad");
        var error = Assert.Throws<AnomalyException>(() => bad * 2); // line bad
        Assert.Equal(
            $"anomaly: mul(bad [2], a tensor []) ({Line("// line bad")}) was given 1 NaN, at [1] in bad [2], from before "
            + "DetectAnomaly began: look at where that tensor comes from.",
            error.Message);
    }

    [Fact]
    public void An_infinity_in_a_gradient_is_found_with_the_line_that_built_the_node()
    {
        using var anomalies = Autograd.DetectAnomaly();
        var x = Tensor.Of([4.0, 0.0], requiresGrad: true).Named("x");
        var y = x.Sqrt().Named("y"); // line root
        var error = Assert.Throws<AnomalyException>(() => y.Sum().Backward());
        Assert.Equal(
            $"anomaly: backward of sqrt → y [2] ({Line("// line root")}) made 1 ∞, at [1], in the gradient by x [2]. There "
            + "the operand is 0. Keep the operand away from where the derivative is infinite or not defined, as by a small ε.",
            error.Message);
        Assert.Equal((true, 0, Line("// line root")), (error.InBackward, error.Operand, error.Line));
        Assert.Null(x.Grad);
    }

    [Fact]
    public void The_branch_that_where_did_not_take_is_recognised_and_the_double_where_explained()
    {
        using var anomalies = Autograd.DetectAnomaly();
        var x = Tensor.Of([4.0, 0.0], requiresGrad: true).Named("x");
        var root = x.Sqrt(); // line branch
        var chosen = Tensor.Where(x > 0, root * 3, 5.0); // line where
        var error = Assert.Throws<AnomalyException>(() => chosen.Sum().Backward());
        Assert.Equal(
            $"anomaly: backward of sqrt [2] ({Line("// line branch")}) made 1 NaN, at [1], in the gradient by x [2]. There "
            + $"the operand is 0. where [2] ({Line("// line where")}) did not choose this branch there and sent it a "
            + "gradient of 0, but 0·∞ is NaN. Make the operand harmless before the operation, too: safe = "
            + "Tensor.Where(condition, x, 1), then Tensor.Where(condition, f(safe), other).",
            error.Message);

        error = Assert.Throws<AnomalyException>(() => (x.Sqrt() * Tensor.Of([1.0, 0.0])).Sum().Backward());
        Assert.Contains("a factor of 0 does not switch an infinite derivative off", error.Message);
    }

    [Fact]
    public void A_NaN_that_backward_began_with_is_not_blamed_on_an_operation()
    {
        using var anomalies = Autograd.DetectAnomaly();
        var x = Tensor.Of([4.0, 1.0], requiresGrad: true);
        var error = Assert.Throws<AnomalyException>(() => (x * 2).Backward(gradient: Tensor.Of([1.0, double.NaN])));
        Assert.Contains("was given a gradient with 1 NaN, at [1]: look at the gradient that Backward began with", error.Message);
    }

    [Fact]
    public void Outside_the_scope_nothing_is_looked_for()
    {
        Autograd.DetectAnomaly().Dispose();
        var x = Tensor.Of([0.0], requiresGrad: true);
        x.Sqrt().Sum().Backward();
        Assert.Equal([double.PositiveInfinity], x.Grad.ToArray<double>());
    }
}
