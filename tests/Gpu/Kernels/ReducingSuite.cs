using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Kernels;

/// <summary>Reductions by every division of work, of whole numbers, so that no order of summation matters.</summary>
public abstract class ReducingSuite : DeviceSuite
{
    private protected ReducingSuite(Device device)
        : base(device)
    {
    }

    public static TheoryData<int, int, int> Shapes => new()
    {
        { 1, 1, 20_003 },
        { 1, 1, 4099 },
        { 3, 1, 1030 },
        { 5, 7, 33 },
        { 700, 1, 3 },
        { 300, 1, 40 },
        { 2500, 1, 37 },
        { 40, 600, 2 },
        { 2, 9000, 1 },
        { 33, 2, 300 },
    };

    [DeviceTheory]
    [MemberData(nameof(Shapes))]
    public void Every_axis_combines_to_what_the_processor_has(int first, int second, int third)
    {
        using var processor = Device.Cpu.Use();
        var whole = Tensor.Arange(first * second * third + 2).Mul_(7919).Remainder(101).To(DType.Float32);
        Assert.All<Tensor>(
            [
                whole[..^2].Reshape(first, second, third),
                whole[1..^1].Reshape(first, second, third),
                whole[..^2].Reshape(third, second, first).Transpose(0, 2),
                whole[1..^1].Reshape(first, third, second).Transpose(1, 2),
            ],
            expected => Assert.All<int[]>([[0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]], axes =>
            {
                var x = expected.To(Device);
                Assert.Equal(expected.Sum(axes).ToArray<float>(), x.Sum(axes).Cpu().ToArray<float>());
                Assert.Equal(expected.Amax(axes).ToArray<float>(), x.Amax(axes).Cpu().ToArray<float>());
            }));
    }
}
