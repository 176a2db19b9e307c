using NotebookGrad.Nn;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Devices;

public class TensorDeviceTests
{
    private static readonly Device There = NaiveBackend.Device;

    public static TheoryData<string, Func<Device, Tensor>> Factories() => new()
    {
        { "zeros", device => Tensor.Zeros([2, 3], device: device) },
        { "ones", device => Tensor.Ones(2, 3, dtype: DType.Float64, device: device) },
        { "full", device => Tensor.Full([2], 3, device: device) },
        { "arange", device => Tensor.Arange(0, 5, 2, device: device) },
        { "linspace", device => Tensor.Linspace(0, 1, 4, device: device) },
        { "eye", device => Tensor.Eye(3, device: device) },
        { "of", device => Tensor.Of(new[,] { { 1f, 2 }, { 3, 4 } }, dtype: DType.Float64, device: device) },
        { "zeros_like", device => Tensor.ZerosLike(Tensor.Ones(2), device: device) },
        { "ones_like", device => Tensor.OnesLike(Tensor.Ones(2), dtype: DType.Int64, device: device) },
        { "tril_indices", device => Tensor.TrilIndices(3, 3, device: device) },
        { "triu_indices", device => Tensor.TriuIndices(3, 3, device: device) },
        { "rand", device => Tensor.Rand([5], device: device, generator: new Generator(1)) },
        { "randn", device => Tensor.Randn([5], dtype: DType.Float64, device: device, generator: new Generator(1)) },
        { "randint", device => Tensor.RandInt(0, 9, [5], device: device, generator: new Generator(1)) },
        { "randperm", device => Tensor.RandPerm(5, device, new Generator(1)) },
        { "rand_like", device => Tensor.RandLike(Tensor.Ones(5), generator: new Generator(1), device: device) },
        { "randn_like", device => Tensor.RandnLike(Tensor.Ones(5), generator: new Generator(1), device: device) },
        { "randint_like", device => Tensor.RandIntLike(Tensor.Ones(5), 0, 9, new Generator(1), DType.Int64, device) },
        { "normal", device => Tensor.Normal(1, 2, [5], device: device, generator: new Generator(1)) },
        { "exponential", device => Tensor.Exponential(2, [5], device: device, generator: new Generator(1)) },
        { "gamma", device => Tensor.Gamma(2, 1, [5], device: device, generator: new Generator(1)) },
    };

    [Theory]
    [MemberData(nameof(Factories), DisableDiscoveryEnumeration = true)]
    public void A_factory_makes_the_same_numbers_on_any_device(string name, Func<Device, Tensor> make)
    {
        var (here, there) = (make(Device.Cpu), make(There));
        Assert.Equal((name, There, here.Shape, here.DType), (name, there.Device, there.Shape, there.DType));
        Assert.Equal(here.To(DType.Float64).ToArray<double>(), there.To(DType.Float64).ToArray<double>());
    }

    [Fact]
    public void Tensors_go_there_and_back_in_any_layout_and_dtype()
    {
        var x = Tensor.Arange(0f, 12).Reshape(3, 4);
        foreach (var view in new[] { x, x.T, x[1..], x[.., 2], x.Flip(0), x > 3, x.To(DType.Int64), Tensor.Zeros([0, 2]), x[0, 0] })
        {
            var back = view.To(There).Cpu();
            Assert.Equal((Device.Cpu, view.Shape, view.DType), (back.Device, back.Shape, back.DType));
            Assert.True(back.Equal(view));
            Assert.True(view.To(There).T.Cpu().Equal(view.T));
        }

        Assert.Equal((There, DType.Float64), (x.To(There, DType.Float64).Device, x.To(There, DType.Float64).DType));
        Assert.Equal(DType.Int64, x.To(There, DType.Int64).DType);
        Assert.Same(x, x.Cpu());
    }

    [Fact]
    public void A_gradient_comes_back_to_where_the_tensor_was()
    {
        var x = Tensor.Of([1f, 2], requiresGrad: true);
        x.To(There).Square().Sum().Cpu().Backward();
        Assert.Equal(Device.Cpu, x.Grad.Device);
        Assert.Equal([2f, 4], x.Grad.ToArray<float>());
    }

    [Fact]
    public void Waiting_is_up_to_the_device()
    {
        var backend = new MeteredBackend();
        new Device(backend).Synchronize();
        Device.Cpu.Synchronize();
        Assert.Equal(1, backend.Waits);
    }

    [Fact]
    public void A_module_moves_in_place()
    {
        var module = new Sequential(new Linear(2, 2));
        var weight = module.Parameters.First();
        Assert.Same(module, module.To(There));
        Assert.Same(weight, module.Parameters.First());
        Assert.Equal(There, weight.Device);
        Assert.Equal(Device.Cpu, module.Cpu().Parameters.First().Device);
    }

    [Fact]
    public void A_compiled_function_that_carries_numbers_between_devices_stays_right()
    {
        var compiled = Autograd.Compile((Tensor x) => x.To(There).Square().Cpu() + 1);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal((i * i) + 1f, compiled.Call(Tensor.Full([], (float)i)).Item<float>());
        }
    }
}
