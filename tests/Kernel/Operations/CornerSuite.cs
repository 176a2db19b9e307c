using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Operations;

/// <summary>Corners that random arguments found, where PyTorch's samples do not reach; the numbers are PyTorch's.</summary>
public abstract class CornerSuite : DeviceSuite
{
    private protected CornerSuite(Device device)
        : base(device)
    {
    }


    private const double Infinity = double.PositiveInfinity;

    [DeviceFact]
    public void The_least_whole_number_is_its_own_absolute_value()
    {
        var least = Tensor.Of([long.MinValue, -3, 3]);
        Assert.Equal([long.MinValue, 3, 3], least.Abs().ToArray<long>());
        Assert.Equal([false, false, false], least.IsInf().ToArray<bool>());
    }

    [DeviceFact]
    public void An_empty_tensor_is_repeated_whatever_its_strides()
    {
        var empty = Tensor.Zeros([2, 0], dtype: DType.Bool).T;
        Assert.Equal([0, 2], empty.Shape.ToArray());
        Assert.Equal([0, 6], empty.Repeat(8, 3).Shape.ToArray());
        Assert.Equal([0, 3], empty.View(0, 3).Shape.ToArray());
    }

    [DeviceFact]
    public void Scatter_takes_a_number_in_the_tensors_dtype() => Assert.Equal(
        [true, true], Tensor.Of([true, false]).Scatter(0, Tensor.Of([1L]), 2).ToArray<bool>());

    [DeviceFact]
    public void A_matrix_with_NaN_has_a_determinant_and_a_gradient_of_NaN()
    {
        var matrices = Tensor.Of([double.NaN, 1, 2, 3, 1, 2, 3, Infinity]).Reshape(2, 2, 2);
        matrices.RequiresGrad = true;
        var determinants = Linalg.Det(matrices);
        determinants.Sum().Backward();
        Assert.True(double.IsNaN(determinants.ToArray<double>()[0]));
        Assert.All(matrices.Grad!.ToArray<double>(), number => Assert.True(double.IsNaN(number)));
    }

    [DeviceFact]
    public void Nearest_elements_follow_the_factor_also_where_the_lengths_are_a_multiple()
    {
        var x = Tensor.Of([0.0, 1, 2, 3])[null, null];
        Assert.Equal([0, 0, 0, 1, 1, 2, 2, 3], Functional.Interpolate(x, scaleFactor: 2.2).ToArray<double>());
        Assert.Equal([0, 0, 1, 2], Functional.Interpolate(x, scaleFactor: 1.2).ToArray<double>());
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 3], Functional.Interpolate(x, size: 8).ToArray<double>());
    }

    [DeviceFact]
    public void A_weight_far_below_zero_extrapolates_to_infinity() => Assert.Equal(
        Infinity, Tensor.Of(-5.0).Lerp(Tensor.Of(-Infinity), -5.35).Item<double>());

    [DeviceFact]
    public void A_margin_of_more_than_a_half_leaves_the_upper_bound() => Assert.Equal(
        -0.8472978603872, Tensor.Of([0.19, 0.5, 0.9]).Logit(0.7).ToArray<double>()[0], 1e-12);

    [DeviceFact]
    public void A_norm_of_negative_order_has_no_derivative_beside_a_zero()
    {
        var x = Tensor.Of([0.0, -2, 8, -3], requiresGrad: true);
        x.Norm(-6).Backward();
        Assert.Equal([0, 0, 0, 0], x.Grad!.ToArray<double>());
    }

    [DeviceFact]
    public void Beside_an_infinite_element_others_have_no_part_in_logsumexp()
    {
        var x = Tensor.Of([1.0, Infinity, 2], requiresGrad: true);
        x.LogSumExp(0).Backward();
        Assert.Equal([0, double.NaN, 0], x.Grad!.ToArray<double>());
    }

    // The gradients at ±1 are infinite, and the derivatives of those too.
    [DeviceTheory]
    [InlineData("asin", 1, Infinity)]
    [InlineData("asin", -1, -Infinity)]
    [InlineData("acos", 1, -Infinity)]
    [InlineData("acos", -1, Infinity)]
    [InlineData("acosh", 1, -Infinity)]
    [InlineData("atanh", 1, Infinity)]
    [InlineData("atanh", -1, -Infinity)]
    [InlineData("hardswish", -3, 0)]
    [InlineData("hardswish", 3, 0)]
    [InlineData("hardswish", 1, 1.0 / 3)]
    public void Second_derivatives_at_branch_points_and_kinks(string name, double at, double expected)
    {
        var x = Tensor.Of([at], requiresGrad: true);
        var y = name switch
        {
            "asin" => x.Asin(),
            "acos" => x.Acos(),
            "acosh" => x.Acosh(),
            "atanh" => x.Atanh(),
            _ => Functional.Hardswish(x),
        };
        var first = Autograd.Grad(y.Sum(), [x], createGraph: true)[0];
        Assert.Equal(expected, Autograd.Grad(first.Sum(), [x])[0].Item<double>(), 1e-15);
    }

    [DeviceFact]
    public void A_view_of_the_whole_that_is_made_outside_of_recording_leads_nowhere()
    {
        var x = Tensor.Of([1.0, 2], requiresGrad: true);
        var y = x * x;
        Tensor[] views;
        using (Autograd.NoGrad())
        {
            views = [y.View(2), y.Reshape(2), y.Expand(2), y.Squeeze(), y.Squeeze(0), y[..]];
        }

        Assert.All(views, view => Assert.False(view.RequiresGrad));
        views.Aggregate(y, (sum, view) => sum + (2 * view)).Sum().Backward();
        Assert.Equal([2, 4], x.Grad!.ToArray<double>());
    }

    [DeviceTheory]
    [InlineData("reflect", -1, 2, new double[] { 1, 2, 1, 0 })]
    [InlineData("reflect", 2, -2, new double[] { 2, 1, 0 })]
    [InlineData("replicate", -2, 3, new double[] { 2, 2, 2, 2 })]
    [InlineData("circular", -1, 2, new double[] { 1, 2, 1, 2 })]
    public void A_frame_is_made_of_what_the_other_side_takes_off_too(string mode, int before, int after, double[] expected) =>
        Assert.Equal(expected, Functional.Pad(Tensor.Of([0.0, 1, 2])[null], [before, after], mode).ToArray<double>());
}
