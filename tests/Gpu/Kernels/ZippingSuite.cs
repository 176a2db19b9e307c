using NotebookGrad.Tests.Devices;

namespace NotebookGrad.Tests.Kernels;

/// <summary>Two operands in every arrangement that has a way of its own, of numbers that no order rounds.</summary>
public abstract class ZippingSuite : DeviceSuite
{
    private static readonly int[] Lengths = [2, 3, 4, 8];

    private protected ZippingSuite(Device device)
        : base(device)
    {
    }

    // The left operand has all axes in its own order; the right one lacks some, or has them in another.
    private static Func<Tensor, Tensor>[] Arrangements { get; } =
    [
        x => x,
        x => x[0, 0, 0],
        x => x[1, 2, 3, 5],
        x => x[1, 1],
        x => x[0, 0, ..1],
        x => x[.., .., ..1, ..1],
        x => x[.., ..1],
        x => x[.., .., .., 1..2],
        x => x[0, 0, 0].Flip(0),
        x => x.Transpose(2, 3).Contiguous().Transpose(2, 3),
        x => x[0, 0, 0, ^1..].Expand(8),
    ];

    [DeviceTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public void Every_arrangement_has_the_processors_values(int start)
    {
        using var processor = Device.Cpu.Use();
        var all = Tensor.Arange(200 + 4).Remainder(13).To(DType.Float32);
        var (left, other) = (all[start..(start + 192)].Reshape(Lengths), (all[..192] - 6).Reshape(Lengths));
        Assert.All(Arrangements, arrangement =>
        {
            var right = arrangement(other);
            var there = all.To(Device)[start..(start + 192)].Reshape(Lengths);
            var otherThere = arrangement(other.To(Device));
            Assert.Equal((left - right).ToArray<float>(), (there - otherThere).Cpu().ToArray<float>());
            Assert.Equal((right - left).ToArray<float>(), (otherThere - there).Cpu().ToArray<float>());
            Assert.Equal((left > right).ToArray<bool>(), (there > otherThere).Cpu().ToArray<bool>());
        });
    }
}
