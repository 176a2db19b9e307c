using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Kernels;

/// <summary>What is worked out of rows, whether a group holds them or not: the processor's values and gradients.</summary>
public abstract class HeldRowSuite : DeviceSuite
{
    private protected HeldRowSuite(Device device)
        : base(device)
    {
    }

    /// <summary>Lengths: of some a group has a four for each thread, in full or in part, of others not.</summary>
    public static TheoryData<int> Lengths => [1, 4, 12, 16, 20, 33, 64, 132, 1000, 1024, 1028];

    private static Func<Tensor, Tensor>[] Functions { get; } =
    [
        x => x.Softmax(-1),
        x => x.LogSoftmax(-1),
        x => Functional.LayerNorm(x, [x.Shape[^1]]),
        x => Functional.LayerNorm(x, [x.Shape[^1]], Wave(x, 1.3f), Wave(x, 0.4f)),
        x => Functional.RmsNorm(x, [x.Shape[^1]], Wave(x, 0.8f)),
    ];

    [DeviceTheory]
    [MemberData(nameof(Lengths))]
    public void Values_and_gradients_are_the_processors(int length)
    {
        using var processor = Device.Cpu.Use();
        var all = (Tensor.Arange((5 * length) + 1) * 0.37f).Sin() * 3;
        Assert.All<(Tensor X, Func<Tensor, Tensor> Function)>(
            [.. from x in new[] { all[..^1], all[1..] } from function in Functions select (x.Reshape(5, length), function)],
            one => Assert.All(
                Of(one.Function, one.X).Zip(Of(one.Function, one.X.To(Device))),
                pair => Assert.True(pair.First.AllClose(pair.Second.Cpu(), rtol: 2e-5, atol: 2e-6))));
    }

    [DeviceTheory]
    [InlineData(float.NaN, 0)]
    [InlineData(float.PositiveInfinity, 0)]
    [InlineData(float.NegativeInfinity, 0)]
    [InlineData(float.NegativeInfinity, 1)]
    public void What_is_not_finite_spoils_what_it_does_on_the_processor(float value, int rows)
    {
        using var processor = Device.Cpu.Use();
        var x = Tensor.Arange(24).Reshape(2, 12).Sin();
        x[..Math.Max(1, rows), ..(rows == 0 ? 1 : 12)] = value;
        Assert.All(Functions, function => Assert.True(
            function(x).AllClose(function(x.To(Device)).Cpu(), rtol: 2e-5, atol: 2e-6, equalNan: true)));
    }

    private static Tensor Wave(Tensor x, float pace) =>
        ((Tensor.Arange(x.Shape[^1], dtype: DType.Float32) * pace).Cos() + 1.5f).To(x.Device);

    private static Tensor[] Of(Func<Tensor, Tensor> function, Tensor x)
    {
        x = x.Detach().RequiresGrad_();
        var y = function(x);
        y.Backward((y.Detach() * 1.7f).Cos());
        return [y.Detach(), x.Grad!];
    }
}
