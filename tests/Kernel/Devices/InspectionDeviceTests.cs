using NotebookGrad.Inspection;
using NotebookGrad.Nn;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

/// <summary>What is seen of a device's tensors is what is seen of the processor's, and little is read for it.</summary>
public class InspectionDeviceTests
{
    private const long MostBytes = 64 << 10;

    public static TheoryData<string, Tensor> Tensors() => new()
    {
        { "vector", Drawn(5000) },
        { "matrix", Drawn(123, 77) },
        { "slices", Drawn(20, 33, 19) },
        { "strided", Drawn(60, 80).T },
        { "whole", Tensor.RandInt(-5, 6, [3000], generator: new Generator(1)) },
        { "truths", Drawn(3000) > 0 },
        { "doubles", Drawn(2000).To(DType.Float64) * 1e200 },
        { "small numbers", Drawn(2000) * 1e-30 },
        { "zeros", Tensor.Zeros(2000) },
        { "NaN and infinities", Broken(Drawn(50, 60)) },
        { "opposite infinities", Infinite(Drawn(100, 100)) },
        { "numbers near the greatest", (Drawn(100, 100).Sigmoid() + 0.5) * 2e38 },
        { "only NaN", Tensor.Full([2000], float.NaN) },
        { "few", Drawn(3, 4) },
        { "number", Tensor.Full([], 2f) },
        { "empty", Tensor.Zeros([0, 3]) },
    };

    [Theory]
    [MemberData(nameof(Tensors), DisableDiscoveryEnumeration = true)]
    public void A_snapshot_shows_the_same_wherever_the_tensor_lies(string name, Tensor x)
    {
        var (here, there) = (x.Snapshot(), x.To(new Device(new MeteredBackend())).Snapshot());
        Assert.Equal(("metered", name), (there.Device, name));
        var (mine, other) = (here.Value, there.Value);
        Assert.Equal(
            (mine.Count, mine.Minimum, mine.Maximum, mine.Zeros, mine.NaNs, mine.Infinities),
            (other.Count, other.Minimum, other.Maximum, other.Zeros, other.NaNs, other.Infinities));
        Assert.Equal(mine.First, other.First);
        Assert.Equal(mine.NotFinitePlaces, other.NotFinitePlaces);
        Close(mine.Mean, other.Mean, mine.Deviation);
        Close(mine.Deviation, other.Deviation, mine.Deviation);
        Close(mine.Norm, other.Norm, mine.Norm);
        Assert.Equal(here.Histogram.Counts.Sum(), there.Histogram.Counts.Sum());
        Assert.True(here.Histogram.Counts.Zip(there.Histogram.Counts, (a, b) => Math.Abs(a - b)).All(apart => apart <= 2));
        Assert.Equal(here.Map.Slices.Count, there.Map.Slices.Count);
        foreach (var (slice, copy) in here.Map.Slices.Zip(there.Map.Slices))
        {
            Assert.Equal(slice.Place, copy.Place);
            foreach (var (block, same) in slice.Blocks.SelectMany(row => row).Zip(copy.Blocks.SelectMany(row => row)))
            {
                Assert.Equal((block.Minimum, block.Maximum), (same.Minimum, same.Maximum));
                Close(block.Mean, same.Mean, mine.Deviation);
            }
        }
    }

    [Fact]
    public void No_preview_of_ten_million_elements_reads_64_kilobytes()
    {
        var backend = new MeteredBackend();
        var x = Tensor.Rand([2500, 4000], device: new Device(backend)).Named("x");
        Reads(() => x.ToString());
        Reads(() => x.Flatten().ToString());
        x.RequiresGrad = true;
        var y = (x * 2).Sum();
        y.Backward();
        Reads(() => x.Snapshot());
        Reads(() => y.Graph());

        void Reads(Func<object> look)
        {
            var before = backend.BytesRead;
            Assert.NotNull(look());
            Assert.InRange(backend.BytesRead - before, 1, MostBytes);
        }
    }

    [Fact]
    public void Text_is_the_same_wherever_the_tensor_lies()
    {
        foreach (var x in new[] { Drawn(3, 20), Drawn(9), Drawn(8), Tensor.Zeros([0, 3]), Drawn(12, 2, 10) > 0, Tensor.Full([], 3f) })
        {
            Assert.Equal(x.ToString(), x.To(new Device(new MeteredBackend())).ToString());
        }
    }

    [Fact]
    public void Following_a_training_on_a_device_sees_what_it_sees_here_and_reads_little()
    {
        var backend = new MeteredBackend();
        var (here, there) = (Follow(Device.Cpu), Follow(new Device(backend)));
        Assert.Equal(here.Findings.Select(one => one.ToString()), there.Findings.Select(one => one.ToString()));
        Assert.Equal(here.Moments.Count, there.Moments.Count);
        foreach (var (mine, other) in here.Moments.Zip(there.Moments))
        {
            foreach (var (one, same) in mine.Parameters.Zip(other.Parameters))
            {
                Close(one.Gradient?.Norm ?? 0, same.Gradient?.Norm ?? 0, 1);
                Close(one.Gradient?.Median ?? 0, same.Gradient?.Median ?? 0, 1);
                Close(one.UpdateRatio, same.UpdateRatio, one.UpdateRatio);
            }

            foreach (var (one, same) in mine.Activations.Zip(other.Activations))
            {
                Close(one?.Values?.Mean ?? 0, same?.Values?.Mean ?? 0, one?.Values?.Maximum ?? 1);
                Close(one?.Dead ?? 0, same?.Dead ?? 0, 1);
            }
        }

        Assert.InRange(backend.BytesRead, 1, 4 * MostBytes * here.Moments.Count);
    }

    private static FlowSnapshot Follow(Device device)
    {
        using var scope = new Generator(2).Use();
        var net = new Sequential(new Linear(300, 200), new Relu(), new Linear(200, 10));
        net.To(device);
        var x = Tensor.Randn([400, 300], generator: new Generator(1)).To(device);
        var optimizer = new Sgd(net.Parameters, 0.1);
        using var flow = GradientFlow.Watch(net, every: 5);
        for (var step = 0; step < 12; step++)
        {
            optimizer.ZeroGrad();
            net.Call(x).Square().Mean().Backward();
            optimizer.Step();
        }

        return flow.Snapshot();
    }

    private static Tensor Drawn(params int[] lengths) => Tensor.Randn(new Shape(lengths), generator: new Generator(7));

    private static Tensor Broken(Tensor x)
    {
        x[3, 4] = double.NaN;
        x[10, 11] = double.PositiveInfinity;
        x[40, 1] = double.NegativeInfinity;
        return x;
    }

    private static Tensor Infinite(Tensor x)
    {
        (x[3, 4], x[3, 5], x[90, 90]) = (double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
        return x;
    }

    private static void Close(double expected, double found, double size) => Assert.True(
        expected.Equals(found) || Math.Abs(expected - found) <= 1e-5 * Math.Max(Math.Abs(expected), size),
        $"{expected} {found}");
}
