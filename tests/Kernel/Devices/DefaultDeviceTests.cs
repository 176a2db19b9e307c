using NotebookGrad.Nn;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

/// <summary>What is made without saying where lies on the default device, so that programs go on as they are.</summary>
public class DefaultDeviceTests
{
    public static TheoryData<string, Func<Tensor>> Factories() => new()
    {
        { "rand", () => Tensor.Rand(5) },
        { "randn", () => Tensor.Randn(5, dtype: DType.Float64) },
        { "randint", () => Tensor.RandInt(0, 9, [5]) },
        { "randperm", () => Tensor.RandPerm(5) },
        { "normal", () => Tensor.Normal(1, 2, [5]) },
        { "gamma", () => Tensor.Gamma(2, 1, [5]) },
        { "arange", () => Tensor.Arange(0f, 5) },
        { "linspace", () => Tensor.Linspace(0, 1, 5) },
        { "eye", () => Tensor.Eye(3) },
        { "of", () => Tensor.Of([1, 2.0], dtype: DType.Float32) },
        { "linear", () => new Linear(3, 2).Parameters[0].Detach() },
        { "digits", () => Datasets.Digits()[..3].All()[0] },
        { "iris", () => Datasets.Iris().Features },
        { "labels", () => Datasets.Iris().Labels },
        { "batch", () => new DataLoader(Datasets.Digits()[..8], batchSize: 4, shuffle: true, seed: 1).First()[0] },
    };

    [Theory]
    [MemberData(nameof(Factories), DisableDiscoveryEnumeration = true)]
    public void What_is_made_lies_there_with_the_numbers_that_it_has_here(string name, Func<Tensor> make)
    {
        var (here, there) = (Made(Device.Cpu), Made(NaiveBackend.Device));
        Assert.Equal((name, NaiveBackend.Device, here.DType), (name, there.Device, there.DType));
        Assert.True(here.Equal(there.Cpu()));

        Tensor Made(Device device)
        {
            using var place = device.Use();
            using var source = new Generator(4).Use();
            return make();
        }
    }

    [Fact]
    public void A_factory_that_is_told_where_asks_nothing_of_the_default()
    {
        var backend = new MeteredBackend();
        using var place = new Device(backend).Use();
        Assert.Equal(Device.Cpu, Tensor.Of([1, 2.0], dtype: DType.Float32, device: Device.Cpu).Device);
        Assert.Equal(Device.Cpu, Tensor.Randn(3, device: Device.Cpu).Device);
        Assert.Equal(0, backend.Reads);
    }

    [Fact]
    public void A_dataset_moves_with_its_names()
    {
        var iris = Datasets.Iris();
        var there = iris.To(NaiveBackend.Device);
        Assert.Same(iris, iris.To(Device.Cpu));
        Assert.Equal((NaiveBackend.Device, NaiveBackend.Device), (there.Features.Device, there.Labels.Device));
        Assert.Equal(iris.ClassNames, there.ClassNames);
        Assert.Equal(iris.FeatureNames, there.FeatureNames);
        Assert.True(iris.Features.Equal(there.Features.Cpu()));
    }
}
