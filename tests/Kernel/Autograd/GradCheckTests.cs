using NotebookGrad.Inspection;

namespace NotebookGrad.Tests;

/// <summary>GradCheck passes what is right and finds what is planted.</summary>
[Collection("random seed")]
public class GradCheckTests
{
    private static readonly Tensor X = Tensor.Of(new double[,] { { 0.5, -1.2, 2 }, { 0.3, 0.8, -0.4 } });

    [Fact]
    public void Right_derivatives_pass_in_both_orders()
    {
        Tensor F(Tensor[] x) => (x[0].MatMul(x[1]).Tanh() / (1 + x[0].Pow(2).Sum())).Softmax(0);
        var y = Tensor.Of(new double[,] { { 1, 2 }, { 3, -1 }, { 0.2, 0.7 } });
        var report = Autograd.GradCheck(F, [X, y]);
        Assert.True(report.Passed, report.ToString());
        Assert.Equal(2 * 4 * 12, report.Compared); // two modes, four outputs, twelve inputs
        Assert.Equal(GradCheckDiagnosis.Agreement, report.Diagnosis);
        report = Autograd.GradGradCheck(F, [X, y]);
        Assert.True(report.Passed, report.ToString());
        Assert.Equal(2 * 12 * 16, report.Compared);
        Assert.True(Autograd.GradGradCheck(x => (2 * x).Sum(), X).Passed);
    }

    [Fact]
    public void A_wrong_derivative_is_found_with_both_numbers()
    {
        var wrong = Autograd.Function("wrong", x => x * x, slope: (x, _) => 3 * x);
        var report = Autograd.GradCheck(x => wrong(x).Sum(0), X);
        Assert.Equal(GradCheckDiagnosis.WrongDerivative, report.Diagnosis);
        Assert.False(report.Passed);
        Assert.Equal((0, 0), (report.Worst!.Input, report.Worst.Output));
        Assert.Equal(1.5 * report.Worst.Numeric, report.Worst.Analytic, 1e-6);
        var text = report.ToString().Replace("\r", string.Empty, StringComparison.Ordinal);
        Assert.StartsWith(
            "gradcheck failed: the function is smooth there, so that the derivative of one of its operations is wrong.\n"
            + "worst of 36: ∂output0[2]/∂input0[0, 2] is 6 by reverse mode and 4", text);
        Assert.EndsWith("by central differences (step 1E-06); they may differ by 1E-05 + 0.001·|numeric|", text);
    }

    [Fact]
    public void A_wrong_second_derivative_is_found_though_the_first_is_right()
    {
        var once = Autograd.Function("once", x => x.Pow(3), slope: (x, _) => 3 * x.Detach().Pow(2));
        Assert.True(Autograd.GradCheck(once, X).Passed);
        Assert.Equal(GradCheckDiagnosis.WrongDerivative, Autograd.GradGradCheck(once, X).Diagnosis);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(4e-7)]
    public void A_kink_at_or_beside_the_point_is_told_from_a_mistake(double at)
    {
        var x = Tensor.Of([1.0, at, 2.0]);
        Assert.Equal(GradCheckDiagnosis.Kink, Autograd.GradCheck(v => v.Relu(), x).Diagnosis);
        Assert.Equal(GradCheckDiagnosis.Kink, Autograd.GradCheck(v => v.Sign() * v.Exp(), x).Diagnosis);
    }

    [Fact]
    public void Single_precision_is_told_from_a_mistake()
    {
        var single = X.To(DType.Float32);
        Assert.Equal(GradCheckDiagnosis.SinglePrecision, Autograd.GradCheck(x => (x * 3).Exp(), single).Diagnosis);
        Assert.Equal(GradCheckDiagnosis.SinglePrecision, Autograd.GradCheck(x => (x.To(DType.Float32) * 3).Exp().To(DType.Float64), X).Diagnosis);
        var wrong = Autograd.Function("wrong", x => x * x, slope: (x, _) => 3 * x);
        Assert.Equal(GradCheckDiagnosis.WrongDerivative, Autograd.GradCheck(wrong, single).Diagnosis);
    }

    [Fact]
    public void Changes_in_place_are_found()
    {
        var report = Autograd.GradCheck(x => x.Pow(2) + x.Detach().Add_(1), X);
        Assert.Equal(GradCheckDiagnosis.InPlace, report.Diagnosis);
        Assert.Contains("the function changes its input 0 in place", report.ToString());
        report = Autograd.GradCheck(
            x =>
            {
                var y = x.Exp();
                y.Detach().Mul_(2);
                return y;
            },
            X);
        Assert.Equal(GradCheckDiagnosis.InPlace, report.Diagnosis);
        Assert.Contains("changed in place", report.Detail);
    }

    [Fact]
    public void Random_numbers_and_counters_are_found()
    {
        Assert.Equal(GradCheckDiagnosis.NonDeterminism, Autograd.GradCheck(x => x * Tensor.Rand(2, 3, dtype: DType.Float64), X).Diagnosis);
        var calls = 0;
        var turning = Autograd.Function("turning", x => x * x, slope: (x, _) => 2 * x + calls++);
        Assert.Equal(GradCheckDiagnosis.NonDeterminism, Autograd.GradCheck(turning, X).Diagnosis);
    }

    [Fact]
    public void What_is_not_finite_is_said_to_be()
    {
        Assert.Equal(GradCheckDiagnosis.NotFinite, Autograd.GradCheck(x => x.Sqrt(), Tensor.Of([0.0, 1.0])).Diagnosis);
        Assert.Throws<ArgumentException>(() => Autograd.GradCheck(x => x, Tensor.Of([1, 2])));
    }

    [Fact]
    public void Only_inputs_that_require_a_gradient_are_moved_if_some_do_and_none_is_touched()
    {
        var (w, data) = (Tensor.Of([0.5, 2.0], requiresGrad: true), Tensor.Of([1.0, 3.0]));
        var report = Autograd.GradCheck(x => x[0] * x[1], [data, w]);
        Assert.Equal(8, report.Compared);
        Assert.Null(w.Grad);
        Assert.Equal([0.5, 2.0], w.ToArray<double>());
    }
}
