using NotebookGrad.Nn;
using NotebookGrad.Tests.Backends;

namespace NotebookGrad.Tests.Nn;

public class ModuleStateTests
{
    [Fact]
    public void A_state_is_a_copy_and_comes_back_whole()
    {
        var net = new Net();
        var x = Tensor.Ones([2, 3]);
        var (state, before) = (net.StateDict(), net.Call(x).ToArray<float>());
        foreach (var parameter in net.Parameters)
        {
            Init.Ones_(parameter);
        }

        Assert.NotEqual(before, net.Call(x).ToArray<float>());
        net.LoadStateDict(state);
        Assert.Equal(before, net.Call(x).ToArray<float>());
        Assert.All(net.Parameters, parameter => Assert.True(parameter is { IsLeaf: true, RequiresGrad: true }));
    }

    [Fact]
    public void A_state_that_does_not_fit_changes_nothing_and_says_all_that_is_wrong()
    {
        var net = new Net();
        var before = net.StateDict();
        var state = new Dictionary<string, Tensor>
        {
            ["hidden.weight"] = Tensor.Zeros([3, 4]), ["hidden.bias"] = Tensor.Zeros([4]), ["stray"] = Tensor.Zeros([1]),
        };
        var error = Assert.Throws<ArgumentException>(() => net.LoadStateDict(state));
        Assert.Equal(
            "load_state_dict: the state does not fit Net; nothing was changed; missing: output.weight, output.bias; "
            + "unexpected: stray; of another shape: hidden.weight is [3, 4] and must be [4, 3]",
            error.Message);
        Assert.Throws<ArgumentException>(() => net.LoadStateDict(state, strict: false));
        Assert.Equal(before["hidden.bias"].ToArray<float>(), net.Hidden.Bias!.ToArray<float>());

        state["hidden.weight"] = Tensor.Ones([4, 3], dtype: DType.Float64);
        var (missing, unexpected) = net.LoadStateDict(state, strict: false);
        Assert.Equal(["output.weight", "output.bias"], missing);
        Assert.Equal(["stray"], unexpected);
        Assert.Equal(12, net.Hidden.Weight.Sum().Item<float>());
        Assert.Equal(DType.Float32, net.Hidden.Weight.DType);
    }

    [Fact]
    public void A_file_holds_the_state()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.safetensors");
        try
        {
            var (from, to) = (new Net(), new Net());
            from.Save(path);
            to.Load(path);
            Assert.Equal(from.Output.Weight.ToArray<float>(), to.Output.Weight.ToArray<float>());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Another_dtype_takes_parameters_buffers_and_gradients_along()
    {
        var net = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        net.Call(Tensor.Of(new[,] { { 1f, 2 }, { 3, 5 } })).Square().Sum().Backward();
        var (weight, gradient) = (((Linear)net[0]).Weight, ((Linear)net[0]).Weight.Grad.ToArray<float>());
        net.To(DType.Float64);
        Assert.Equal(DType.Float64, weight.DType);
        Assert.Equal(gradient, weight.Grad.To(DType.Float32).ToArray<float>());
        Assert.Equal(
            [DType.Float64, DType.Float64, DType.Int64], net.NamedBuffers.Select(pair => pair.Value.DType));
        Assert.Equal(DType.Float64, net.Call(Tensor.Ones([2, 2], dtype: DType.Float64)).DType);
    }

    [Fact]
    public void Another_device_takes_parameters_buffers_and_gradients_along_and_learns_the_same_there()
    {
        var here = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        var there = new Sequential(new Linear(2, 3), new BatchNorm1d(3));
        there.LoadStateDict(here.StateDict());
        var x = Tensor.Of(new[,] { { 1f, 2 }, { 3, 5 }, { -1, 0 } });
        there.Call(x).Square().Sum().Backward();
        there.To(NaiveBackend.Device);
        Assert.All(there.StateDict().Values, tensor => Assert.Equal(NaiveBackend.Device, tensor.Device));
        Assert.All(there.Parameters, one => Assert.Equal(NaiveBackend.Device, one.Grad.Device));

        here.Call(x).Square().Sum().Backward();
        Learn(here, x);
        Learn(there, x.To(NaiveBackend.Device));
        there.To(Device.Cpu);
        Assert.All(here.StateDict().Zip(there.StateDict()), pair => Assert.Equal(
            pair.First.Value.To(DType.Float64).ToArray<double>(),
            pair.Second.Value.To(DType.Float64).ToArray<double>(),
            (a, b) => Math.Abs(a - b) < 1e-5));

        static void Learn(Sequential net, Tensor x)
        {
            var optimizer = new Sgd(net.Parameters, 0.01);
            optimizer.Step();
            optimizer.ZeroGrad();
            net.Call(x).Square().Sum().Backward();
            optimizer.Step();
        }
    }
}
